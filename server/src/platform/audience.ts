import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * For whom a route is. `public`: everyone · `probe`: the machines that watch over the server · `signedIn`: whoever is
 * signed in · `staff`: those with a duty in the organ the address names · `administrator`: who administers that organ ·
 * `platform`: who administers the installation.
 */
export type Audience = "public" | "probe" | "signedIn" | "staff" | "administrator" | "platform";

const AUDIENCES: readonly string[] = ["public", "probe", "signedIn", "staff", "administrator", "platform"] satisfies Audience[];
const OPEN: readonly string[] = ["public", "probe"] satisfies Audience[];

declare module "fastify" {
  interface FastifyContextConfig {
    /** Required of every route, so that nothing is public by accident; {@link requireAudience} refuses a route without. */
    audience?: Audience;
  }
}

export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  readonly audience: Audience;
  /** Everything the route declares about who may come. */
  readonly config: FastifyContextConfig;
}

/** Runs before a request's body is read: answers it itself, or lets it pass. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

const GUARDED = "hasGuard";

/**
 * Makes the registration of a route that does not say `config: { audience }` an error at start, and of one that is not open
 * to everyone while nobody guards it; returns the list of routes as it fills. Plugins that register routes of their own (as
 * @fastify/static does with `serve: true`) cannot say it: use their reply methods in a route of ours instead.
 */
export function requireAudience(app: FastifyInstance): readonly RouteEntry[] {
  const routes: RouteEntry[] = [];
  app.addHook("onRoute", ({ method, url, config = {} }) => {
    const { audience } = config;
    if (audience === undefined || !AUDIENCES.includes(audience)) {
      throw new Error(`Route ${String(method)} ${url} does not declare its audience: add config: { audience: "public" }.`);
    }
    if (!OPEN.includes(audience) && !app.hasDecorator(GUARDED)) {
      throw new Error(`Route ${String(method)} ${url} is not public, and nobody guards it: call authorise(app, …) before the slices.`);
    }
    for (const one of Array.isArray(method) ? method : [method]) routes.push({ method: one, url, audience, config });
  });
  return routes;
}

/**
 * Sets a guard before every route registered from now on that is not open to everyone. `guardOf` gives the guard of one
 * route, or throws when the route does not say all it must. Open routes pay nothing for it.
 */
export function guardRoutes(app: FastifyInstance, guardOf: (route: Omit<RouteEntry, "method">) => Guard): void {
  app.decorate(GUARDED, true);
  app.addHook("onRoute", (route) => {
    const { url, config = {}, onRequest = [] } = route;
    const { audience } = config;
    if (audience === undefined || OPEN.includes(audience)) return;
    const guard = guardOf({ url, audience, config });
    route.onRequest = [guard, ...(Array.isArray(onRequest) ? onRequest : [onRequest])];
  });
}
