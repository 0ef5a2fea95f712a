import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const COOKIE = "view";
const YEAR_SECONDS = 31_536_000;
const OPENING = '<html lang="zh-CN">';

/**
 * The elder-friendly mode (长者版) of every page: asked for by `?view=elder`, remembered in a cookie, left by
 * `?view=standard`. It is one class on the page's root element, so that it works without script and no page need know.
 */
export function offerElderView(app: FastifyInstance): void {
  app.addHook("onSend", (request, reply, payload, next) => {
    if (typeof payload === "string" && payload.slice(0, 200).includes(OPENING)) next(null, turnPage(request, reply, payload));
    else next(null, payload);
  });
}

function turnPage(request: FastifyRequest, reply: FastifyReply, page: string): string {
  const asked = new URL(request.url, "http://host").searchParams.get("view");
  if (asked === "elder") reply.header("set-cookie", `${COOKIE}=elder; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`);
  if (asked === "standard") reply.header("set-cookie", `${COOKIE}=; Path=/; Max-Age=0; SameSite=Lax`);
  const vary = reply.getHeader("vary");
  reply.header("vary", vary === undefined || vary === "cookie" ? "cookie" : `${String(vary)}, cookie`);
  const isElder = asked === "elder" || (asked !== "standard" && /(?:^|;\s*)view=elder(?:;|$)/u.test(request.headers.cookie ?? ""));
  if (!isElder) return page;
  reply.removeHeader("etag"); // it was made of the other page
  return page.replace(OPENING, '<html lang="zh-CN" class="elder">');
}

/** True where a page is not sent as it was made: it is asked for in the elder-friendly mode, or the mode is changed. */
export function asksForView({ url, headers }: Pick<FastifyRequest, "url" | "headers">): boolean {
  return /[?&]view=/.test(url) || (headers.cookie !== undefined && /(?:^|;\s*)view=elder(?:;|$)/.test(headers.cookie));
}
