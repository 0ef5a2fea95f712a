export { buildPortalAssets } from "./build.ts";
export { portalRoutes } from "./routes.ts";
export { loadPortalPages, type PortalPages } from "./portal-pages.ts";
export { asksForView } from "./view-mode.ts";
export { disclosurePortalRoutes } from "./disclosures/routes.ts";
export { deafItemsWatch, type ItemsWatch, notifyItemsChanged, watchItems } from "./disclosures/watch-items.ts";
