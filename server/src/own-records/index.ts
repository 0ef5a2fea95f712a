export { openOwnRecord } from "./open-content.ts";
export { ownRecordProjection } from "./own-record-projection.ts";
export { checkOwnRecord, decideOwnRecord, tellOwnRecord } from "./own-record-steps.ts";
export { receiveOwnRecord } from "./receive-own-record.ts";
export { OWN_RECORD_WORDS, ownRecordRoutes } from "./routes.ts";
export { ownRecordReminders, ownRecordWork } from "./work-sources.ts";
