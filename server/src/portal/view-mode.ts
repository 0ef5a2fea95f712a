import type { FastifyInstance } from "fastify";

const COOKIE = "view";
const YEAR_SECONDS = 31_536_000;
const OPENING = '<html lang="zh-CN">';

/**
 * The elder-friendly mode (长者版) of every page: asked for by `?view=elder`, remembered in a cookie, left by
 * `?view=standard`. It is one class on the page's root element, so that it works without script and no page need know.
 */
export function offerElderView(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || !payload.slice(0, 200).includes(OPENING)) return payload;
    const asked = new URL(request.url, "http://host").searchParams.get("view");
    if (asked === "elder") reply.header("set-cookie", `${COOKIE}=elder; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`);
    if (asked === "standard") reply.header("set-cookie", `${COOKIE}=; Path=/; Max-Age=0; SameSite=Lax`);
    reply.header("vary", "cookie");
    const isElder = asked === "elder" || (asked !== "standard" && /(?:^|;\s*)view=elder(?:;|$)/u.test(request.headers.cookie ?? ""));
    if (!isElder) return payload;
    reply.removeHeader("etag"); // it was made of the other page
    return payload.replace(OPENING, '<html lang="zh-CN" class="elder">');
  });
}
