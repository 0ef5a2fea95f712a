import type { FastifyInstance } from "fastify";

/** For whom a route is. `public`: everyone · `probe`: the machines that watch over the server. */
export type Audience = "public" | "probe";

const AUDIENCES: readonly string[] = ["public", "probe"] satisfies Audience[];

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
}

/**
 * Makes the registration of a route that does not say `config: { audience }` an error at start, and returns the list of
 * routes as it fills. Plugins that register routes of their own (as @fastify/static does with `serve: true`) cannot say
 * it: use their reply methods in a route of ours instead.
 */
export function requireAudience(app: FastifyInstance): readonly RouteEntry[] {
  const routes: RouteEntry[] = [];
  app.addHook("onRoute", ({ method, url, config }) => {
    const audience = config?.audience;
    if (audience === undefined || !AUDIENCES.includes(audience)) {
      throw new Error(`Route ${String(method)} ${url} does not declare its audience: add config: { audience: "public" }.`);
    }
    for (const one of Array.isArray(method) ? method : [method]) routes.push({ method: one, url, audience });
  });
  return routes;
}
