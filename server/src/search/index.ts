export { announceChange } from "./announce.ts";
export { regionFindRelated, type RelatedItem, tellingTokens } from "./find-related.ts";
export { catchUpIndex, indexItem } from "./index-item.ts";
export {
  regionFindResults,
  type Counts,
  type ResultItem,
  type SearchRequest,
  type SearchResult,
  type SearchResults,
} from "./find-results.ts";
export type { MarkedPiece } from "./highlight.ts";
export { POLICY_GENRES } from "./lexemes.ts";
export { SEARCH_JOBS } from "./jobs.ts";
export { searchRoutes } from "./routes.ts";
export { tellItemsChanged } from "./tell-items-changed.ts";
