import type { App } from "../platform/http.ts";
import { accountRoutesOfOneself } from "./account-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { postRoutes } from "./post-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { type SetupDependencies, setupRoutes } from "./setup-routes.ts";

/** First run, signing in, one's own account, people and posts of an organ. */
export function accountRoutes(app: App, dependencies: SetupDependencies): void {
  setupRoutes(app, dependencies);
  sessionRoutes(app, dependencies);
  accountRoutesOfOneself(app, dependencies);
  peopleRoutes(app, dependencies);
  postRoutes(app, dependencies);
}
