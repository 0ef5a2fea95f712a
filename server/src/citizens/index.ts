export {
  type PublishedAnswer,
  type PublishedBy,
  type PublishedFinder,
  findPublished,
  itemFinder,
  regionNumberFinder,
  reportFinder,
} from "./find-published.ts";
export { CITIZEN_JOBS, type CitizenJobNeeds } from "./jobs.ts";
export type { CitizenSms } from "./citizen-sms.ts";
export { citizenNoticeHook } from "./notices.ts";
export { anonymise, keepRetention } from "./retention.ts";
export { type CitizenOptions, citizenRoutes } from "./routes.ts";
export { createThirdPartyLink, type LinkRefusal, type NewLink } from "./third-party.ts";
