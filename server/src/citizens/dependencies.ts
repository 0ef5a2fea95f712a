import type { ActHook } from "../applications/index.ts";
import type { Dependencies } from "../slices.ts";
import type { PublishedFinder } from "./find-published.ts";

/** What the citizen's side leans on. */
export interface CitizenDependencies extends Pick<Dependencies, "ledger" | "files" | "readers" | "settings" | "calendar"> {
  readonly actHooks: readonly ActHook[];
  /** Where to look for what is public already. */
  readonly finders: readonly PublishedFinder[];
  /** The address people use, without a final slash. */
  readonly origin: () => string;
}
