import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FastifyReply } from "fastify";
import { h } from "preact";
import { z } from "zod";
import type { App } from "../platform/http.ts";
import { renderPlainPage } from "../platform/plain-page.ts";
import { type BuiltConsole, prepareConsole } from "./built-console.ts";
import { BUILT } from "./stamp.ts";

const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;
const HTML = "text/html; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
/** The packed twins of a text file, best first. */
const PACKED = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** The back office: one page for every address under /console, and the files it is made of. What it shows, it asks the API for. */
export function consoleRoutes(app: App): void {
  let built: BuiltConsole = { state: "preparing" };
  // Not before it listens: an app that is only asked in-process, as by a test, needs no console.
  app.addHook("onListen", () => {
    void prepareConsole().then(
      (prepared) => {
        built = prepared;
        if (prepared.state === "failed") app.log.error({ reason: prepared.reason }, "console not built");
      },
      (fault: unknown) => {
        built = { state: "failed", reason: String(fault) };
        app.log.error({ err: fault }, "console not built");
      },
    );
  });

  for (const url of ["/console", "/console/*"]) app.get(url, PUBLIC, (_request, reply) => answerPage(reply, built));

  app.get(
    "/console/assets/:name",
    { ...PUBLIC, schema: { hide: true, params: z.object({ name: z.string().regex(/^[\w.-]+$/) }) } },
    async ({ params: { name }, headers }, reply) => {
      if (built.state !== "ready" || !built.assets.has(name)) return reply.callNotFound();
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      const accepted = String(headers["accept-encoding"] ?? "");
      const packed = /\.(js|css)$/.test(name) ? PACKED.find(([encoding]) => accepted.includes(encoding)) : undefined;
      if (packed !== undefined) reply.header("content-encoding", packed[0]);
      // Names bear the hash of the content, so what was fetched once is never asked for again.
      return reply
        .type(type)
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("vary", "accept-encoding")
        .send(await readFile(join(BUILT, "assets", name + (packed?.[1] ?? ""))));
    },
  );
}

function answerPage(reply: FastifyReply, built: BuiltConsole): FastifyReply {
  reply.type(HTML).header("cache-control", "no-store");
  switch (built.state) {
    case "ready":
      return reply.header("cache-control", "no-cache").send(built.page);
    case "preparing":
      return reply
        .code(503)
        .header("refresh", "2")
        .header("retry-after", "2")
        .send(renderPlainPage("正在准备后台界面，请稍候", h("p", null, "首次启动或升级后需要十几秒。准备好后本页会自动打开。")));
    case "failed":
      return reply
        .code(500)
        .send(renderPlainPage("后台界面没有准备好", h("p", null, "生成后台界面时出错，请管理员查看日志。公众页面和接口不受影响。")));
  }
}
