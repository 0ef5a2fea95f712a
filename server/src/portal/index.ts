export { buildPortalAssets } from "./build.ts";
export { portalRoutes } from "./routes.ts";
