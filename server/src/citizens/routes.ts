import type { App } from "../platform/http.ts";
import { loadPortalPages } from "../portal/index.ts";
import type { Dependencies } from "../slices.ts";
import type { ActHook } from "../applications/index.ts";
import { applyRoutes } from "./apply-routes.ts";
import { formRoutes } from "./form-routes.ts";
import { itemFinder, type PublishedFinder, regionNumberFinder, reportFinder } from "./find-published.ts";
import { intakeRoutes } from "./intake-routes.ts";
import { officeRoutes } from "./office-routes.ts";
import { opinionRoutes } from "./opinion-routes.ts";
import { progressRoutes } from "./progress-routes.ts";

export interface CitizenOptions {
  readonly actHooks: readonly ActHook[];
  /** Looks for what is public already. Left out: items by document number and by what they are about, and the annual reports. */
  readonly finders?: readonly PublishedFinder[];
}

const usualFinders: readonly PublishedFinder[] = [regionNumberFinder, itemFinder, reportFinder];

/** Everything a citizen does with applications, and what the office does about it. */
export async function citizenRoutes(
  app: App,
  dependencies: Dependencies,
  { actHooks, finders = usualFinders }: CitizenOptions,
): Promise<void> {
  const { settings } = dependencies;
  const pages = await loadPortalPages(settings);
  let known = settings.baseUrl;
  const origin = (): string => {
    if (known === undefined && app.server.listening) known = app.listeningOrigin; // does not change any more
    return known ?? `http://${settings.host}:${settings.port}`;
  };
  const all = { ...dependencies, actHooks, finders, origin };
  await applyRoutes(app, all, pages);
  await formRoutes(app, all, pages);
  await progressRoutes(app, all, pages);
  await opinionRoutes(app, all, pages);
  intakeRoutes(app, all);
  officeRoutes(app, all);
}
