import { readFile } from "node:fs/promises";
import { readSettings, serve } from "@gongkai/server";
import fastify from "fastify";

/** A page as the bare framework is to serve it: the very bytes our server sent. */
export interface BarePage {
  readonly path: string;
  readonly type: string;
  readonly encoding: string | undefined;
  /** The bytes, in base64. */
  readonly body: string;
}

// A server as a process of its own, which tells its CPU time when asked: `ours`, or `bare` with a file of pages.
process.on("message", () => process.send?.(process.cpuUsage()));
const [which = "", pagesFile = ""] = process.argv.slice(2);
if (which === "ours") {
  const read = readSettings(process.env);
  if (!read.ok) throw new Error(read.message);
  process.exit(await serve(read.settings));
}
await serveBare(JSON.parse(await readFile(pagesFile, "utf8")) as BarePage[]); // written by startBare, just now

/** The framework with nothing of ours: no log, no safety headers, no limits, a route for each page. */
async function serveBare(pages: readonly BarePage[]): Promise<void> {
  const app = fastify();
  process.once("SIGTERM", () => process.exit());
  for (const { path, type, encoding, body } of pages) {
    const bytes = Buffer.from(body, "base64");
    app.get(path, (_request, reply) => {
      reply.header("content-type", type);
      if (encoding !== undefined) reply.header("content-encoding", encoding);
      return reply.send(bytes);
    });
  }
  process.stderr.write(`已启动：${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
}
