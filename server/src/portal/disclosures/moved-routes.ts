import { regionFindMoved } from "../../disclosures/index.ts";
import type { App } from "../../platform/http.ts";
import { answerMissing, PUBLIC, type Site } from "./site.ts";

/** Where something stands now that was public at an old address before: the old server sends its visitors here. */
export function movedRoutes(app: App, site: Site): void {
  app.get("/moved", PUBLIC, async (request, reply) => {
    const found = await regionFindMoved(site.db, oldAddressOf(request.url));
    if (found === undefined) return answerMissing(site, reply);
    return reply.header("cache-control", "no-cache").redirect(`/organs/${encodeURIComponent(found.code)}/items/${found.itemId}`, 301);
  });
}

const LONGEST_ADDRESS = 2_000;

/**
 * The old address behind `url=`. Web servers append it as it is, question mark, ampersands and all, so one that is not encoded
 * goes to the end.
 *
 * @example oldAddressOf("/moved?url=http://old.example/t?id=1&page=2") // "http://old.example/t?id=1&page=2"
 */
export function oldAddressOf(requested: string): string {
  const at = requested.search(/[?&]url=/);
  if (at === -1) return "";
  const rest = requested.slice(at + 5, at + 5 + LONGEST_ADDRESS);
  return /^https?:\/\//i.test(rest) ? rest : (new URLSearchParams(`url=${rest}`).get("url") ?? "");
}
