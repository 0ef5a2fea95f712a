import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUILT, buildPortalAssets } from "./build.ts";
import type { Settings } from "../settings.ts";
import type { AssetAddresses } from "./components/page-layout/page-layout.tsx";
import type * as Pages from "./pages.tsx";

export interface PortalPages {
  readonly assets: AssetAddresses;
  readonly render: typeof Pages;
}

/** The pages, built if their sources are newer, with the name of the site they belong to. */
export async function loadPortalPages({ siteName, siteIdCode }: Pick<Settings, "siteName" | "siteIdCode">): Promise<PortalPages> {
  const { style, fonts, script, sample, pages } = await buildPortalAssets();
  const render = (await import(pathToFileURL(join(BUILT, pages)).href)) as typeof Pages; // built from it
  const site = { name: siteName, idCode: siteIdCode };
  return { assets: { style: `/${style}`, fonts: `/${fonts}`, script: `/${script}`, sample: `/${sample}`, site }, render };
}
