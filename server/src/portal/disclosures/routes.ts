import type { App } from "../../platform/http.ts";
import { searchRoutes } from "../../search/index.ts";
import type { Dependencies } from "../../slices.ts";
import { homeRoutes } from "../home/routes.ts";
import { feedRoutes } from "./feed-routes.ts";
import { findRoutes } from "./find-routes.ts";
import { itemRoutes } from "./item-routes.ts";
import { movedRoutes } from "./moved-routes.ts";
import { organRoutes } from "./organ-routes.ts";
import { openSite } from "./site.ts";
import { verifyRoutes } from "./verify-routes.ts";

/** The portal's front page, the pages of each organ, its items, search, the policy library, feeds, sitemaps and verification. */
export async function disclosurePortalRoutes(app: App, dependencies: Dependencies): Promise<void> {
  const site = await openSite(app, dependencies);
  homeRoutes(app, site);
  organRoutes(app, site);
  itemRoutes(app, site);
  movedRoutes(app, site);
  findRoutes(app, site);
  feedRoutes(app, site);
  await verifyRoutes(app, site);
  searchRoutes(app, { ledger: dependencies.ledger, organs: site.directory.list });
}
