import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import type { FeaturePage } from "../lib/feature.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Everything } from "./Everything.tsx";
import { FEATURES } from "./features.ts";
import { NotFound } from "./NotFound.tsx";
import type { Reentry } from "./reentry.ts";
import { Waiting } from "./Waiting.tsx";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The page's name, for the breadcrumb. */
    title?: string;
    /** Path of the page above it, within the organ. */
    under?: string;
  }
}

/** Every address of the console. Each page's script is fetched when it is opened first. */
export function createConsoleRouter(reentry: Reentry) {
  const root = createRootRoute({ component: () => <Everything reentry={reentry} /> });
  const signIn = createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    component: lazyRouteComponent(() => import("../features/accounts/pages/SignInPage.tsx"), "Page"),
  });
  const setup = createRoute({
    getParentRoute: () => root,
    path: "/setup",
    component: lazyRouteComponent(() => import("../features/accounts/pages/SetupPage.tsx"), "Page"),
  });
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: "signed-in",
    component: lazyRouteComponent(() => import("./Frame.tsx"), "Frame"),
  });
  const page = (path: string, { load, title, under }: FeaturePage) =>
    createRoute({
      getParentRoute: () => signedIn,
      path,
      component: lazyRouteComponent(load, "Page"),
      staticData: { title, ...(under === undefined ? {} : { under }) },
    });
  const begin = lazyRouteComponent(() => import("./Begin.tsx"), "Begin");
  return createRouter({
    basepath: "/console",
    routeTree: root.addChildren([
      signIn,
      setup,
      signedIn.addChildren([
        createRoute({ getParentRoute: () => signedIn, path: "/", component: begin }),
        createRoute({ getParentRoute: () => signedIn, path: "/agencies/$agency", component: begin }),
        ...FEATURES.flatMap(({ organPages, ownPages = [] }) => [
          ...organPages.map((one) => page(`/agencies/$agency/${one.path}`, one)),
          ...ownPages.map((one) => page(`/${one.path}`, one)),
        ]),
        ...["/agencies/$agency/$", "/$"].map((path) => createRoute({ getParentRoute: () => signedIn, path, component: NotFound })),
      ]),
    ]),
    defaultPendingComponent: Waiting,
    defaultErrorComponent: ({ error, reset }) => <ProblemNotice fault={error} onRetry={reset} />,
  });
}
