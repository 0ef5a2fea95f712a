import type { PostRole } from "@gongkai/server/contract";
import type { ComponentType } from "react";

/** A page of a feature. `path` stands after `/console/agencies/:agency/`, or after `/console/` for pages of no organ. */
export interface FeaturePage {
  readonly path: string;
  readonly title: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Path of the page this one is reached from, for the breadcrumb. */
  readonly under?: string;
}

export interface MenuEntry {
  readonly label: string;
  /** The page it opens. */
  readonly path: string;
  readonly group: "work" | "office" | "platform";
  /** Who is offered it: holders of one of these duties; left out, everyone. The server decides again. */
  readonly roles?: readonly PostRole[];
  /** Whether it is for organs, the installation itself, or both. */
  readonly where: "organ" | "platform" | "both";
}

/** What a slice adds to the console; `app/features.ts` lists them. */
export interface Feature {
  readonly menu: readonly MenuEntry[];
  readonly organPages: readonly FeaturePage[];
  readonly ownPages?: readonly FeaturePage[];
}

/** Address of a page of an organ. */
export function organPath(agency: string, path: string): string {
  return `/agencies/${agency}/${path}`;
}
