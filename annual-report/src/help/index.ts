export { findHelp, HELP, listHelpIds, type NamedHelp } from "./find-help.ts";
export type { HelpEntry, HelpTexts } from "./help-entry.ts";
