export { buildPortalAssets } from "./build.ts";
export { portalRoutes } from "./routes.ts";
export { loadPortalPages } from "./portal-pages.ts";
export { asksForView } from "./view-mode.ts";
