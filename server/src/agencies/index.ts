export { addAgency, type AddAgencyCall } from "./add-agency.ts";
export { changeAgency } from "./change-agency.ts";
export { addUnit, closeUnit, renameUnit } from "./change-units.ts";
export { closeAgency } from "./close-agency.ts";
export { administers, type Duties, findDuties, hasDuties, PLATFORM, presentHeldPost, regionListActingPosts, rolesOf } from "./duties.ts";
export { type Office, officeOf } from "./office.ts";
export { AGENCY_PROJECTIONS, agencyStream } from "./projections.ts";
export {
  type AgencyRecord,
  findAgency,
  findUnit,
  getAgency,
  listAgencies,
  listAllAgencies,
  listAncestors,
  listDescendants,
  listUnits,
  listWithDescendants,
  type UnitRecord,
} from "./queries.ts";
export { agencyRoutes } from "./routes.ts";
export { type AgencySettings, type LetterSettings, MOST_OWN_RECORD_DAYS, settingsOf } from "./settings-schema.ts";
export { type HeldPost, POST_ROLE_WORDS, POST_ROLES, type PostRole, SECOND_FACTOR_ROLES } from "./schema.ts";
