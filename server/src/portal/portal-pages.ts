import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUILT, buildPortalAssets } from "./build.ts";
import type { AssetAddresses } from "./components/page-layout/page-layout.tsx";
import type * as Pages from "./pages.tsx";

export interface PortalPages {
  readonly assets: AssetAddresses;
  readonly render: typeof Pages;
}

/** The pages, built if their sources are newer. */
export async function loadPortalPages(): Promise<PortalPages> {
  const { style, fonts, script, sample, pages } = await buildPortalAssets();
  const render = (await import(pathToFileURL(join(BUILT, pages)).href)) as typeof Pages; // built from it
  return { assets: { style: `/${style}`, fonts: `/${fonts}`, script: `/${script}`, sample: `/${sample}` }, render };
}
