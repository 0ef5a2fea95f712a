import type { Calendar } from "@gongkai/statute";
import type { Projection } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { catalogueProjection } from "./change-catalogue.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { itemFileRoutes } from "./item-file-routes.ts";
import { itemProjections } from "./item-projection.ts";
import { itemRoutes } from "./item-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { transferRoutes } from "./transfer-routes.ts";
import { transferProjection } from "./make-transfer.ts";
import { reviewFormRoutes } from "./review-form-routes.ts";
import { disclosureUploadRoutes } from "./upload-routes.ts";
import { pageProjection } from "./write-pages.ts";

export { addEntry, changeEntry, closeEntry } from "./change-catalogue.ts";
export { countTable2, type Table2Count } from "./count-table2.ts";
export { DISCLOSURE_JOBS, type DisclosureJobNeeds } from "./disclosure-jobs.ts";
export { draftFromApplication } from "./draft-from-application.ts";
export { draftItem, reviseItem } from "./draft-item.ts";
export { hashRecord, type PublishedRecord } from "./item-content.ts";
export { findPublicItem, type PublicItemPage, type PublicLink } from "./find-public-item.ts";
export { ITEM_REMINDERS, ITEM_WORK } from "./item-limits.ts";
export { markItem } from "./mark-item.ts";
export {
  addressPictures,
  countPublicItems,
  findGuide,
  findPublicAttachment,
  listPublicCatalogue,
  listPublicItems,
  listSystems,
  type PublicItem,
  type PublicItemQuery,
  regionListPublicItems,
  regionListPublishers,
} from "./public-items.ts";
export { publishDue, publishItem, scheduleItem } from "./publish-item.ts";
export { addressKey, regionFindMoved } from "./old-address.ts";
export { bodyOfDocument, type SanitisedBody, sanitiseBody } from "./sanitise-body.ts";
export { listMisprints, screenAttachment, screenItem, screenWords } from "./screen-item.ts";
export { listTakenIndexNumbers } from "./index-number.ts";
export { limitInWords, type EntryLimit, type ItemFields } from "./item-content.ts";
export { mediaTypeOf } from "./keep-attachment.ts";
export { MAY_BE_ATTACHED } from "./keep-file.ts";
export { mayDo } from "./policy.ts";
export { listNames } from "./queries.ts";
export { type ItemFromElsewhere, takeBackItems, type TakenFile, type TakenItem, takeOverItems } from "./take-over-items.ts";
export { signItem, submitItem } from "./review-item.ts";
export { listPublicKeys } from "./sign-record.ts";
export { findStatutoryNode, listStatutoryNodes, STATUTORY_CATALOGUE, type StatutoryNode } from "./statutory-catalogue.ts";
export { findPublishedRecord, regionVerifyIndexNumber, type VerifiedItem, verifyAddress, verifyItem } from "./verify-item.ts";
export { ATTRIBUTES, GENRES, NORMATIVES, VALIDITIES } from "./words.ts";
export { writeGuide, writeSystem } from "./write-pages.ts";

/** Projections of this slice. */
export function disclosureProjections(calendar: () => Calendar): readonly Projection[] {
  return [...itemProjections(calendar), catalogueProjection, pageProjection, transferProjection];
}

/** The office's side of proactive disclosure. */
export async function disclosureRoutes(app: App, dependencies: Dependencies): Promise<void> {
  itemRoutes(app, dependencies);
  reviewFormRoutes(app, dependencies);
  catalogueRoutes(app, dependencies);
  pageRoutes(app, dependencies);
  transferRoutes(app, dependencies);
  itemFileRoutes(app, dependencies);
  await disclosureUploadRoutes(app, dependencies);
}
export { ITEM_WORDS } from "./present-item.ts";
