import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { createAnswerCache } from "../platform/answer-cached.ts";
import type { App } from "../platform/http.ts";
import { checkFiles, receiveFiles } from "../reports/index.ts";
import type { Dependencies } from "../slices.ts";
import { BUILT } from "./build.ts";
import { loadPortalPages } from "./portal-pages.ts";
import { asksForView, offerElderView } from "./view-mode.ts";

const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;
const HTML = "text/html; charset=utf-8";

/** Reports answered on one page to a browser without script. */
const MOST_REPORTS = 10;
/** Files taken in one form: some more, so that those beyond can be told which were left, and last year's. */
const MOST_TAKEN = 21;

const CheckUpForm = z.object({
  file: z.union([z.file().transform((file) => [file]), z.array(z.file())]).default([]),
  previous: z.file().optional(),
});

/** The portal's pages and the files they are made of. */
export async function portalRoutes(app: App, { readers, settings }: Dependencies): Promise<void> {
  const { assets, render } = await loadPortalPages(settings);
  const { answer, recall } = createAnswerCache();
  app.recallFirst((asked) => {
    const finished = recall(asked, () => "");
    return finished === undefined || asksForView(asked) ? undefined : finished;
  });
  offerElderView(app);
  await app.register(fastifyStatic, { root: join(BUILT, "assets"), serve: false, preCompressed: true, cacheControl: false });

  app.get("/check-up", PUBLIC, (request, reply) => page(request, reply, "check-up", () => render.renderCheckUpPage(assets)));
  app.get(
    "/check-up/help",
    { ...PUBLIC, schema: { hide: true, querystring: z.object({ edition: z.enum(["2019", "2021"]).catch("2021") }) } },
    (request, reply) => {
      const { edition } = request.query;
      return page(request, reply, `help ${edition}`, () => render.renderHelpPage(assets, edition));
    },
  );
  app.get(
    "/assets/:name",
    { ...PUBLIC, schema: { hide: true, params: z.object({ name: z.string().regex(/^[\w.-]+$/) }) } },
    ({ params }, reply) =>
      // Names bear the hash of the content, so what was fetched once is never asked for again.
      reply.header("cache-control", "public, max-age=31536000, immutable").sendFile(params.name),
  );

  /** These pages change only with the program: each is made once. */
  function page(request: FastifyRequest, reply: FastifyReply, key: string, make: () => string): FastifyReply | Promise<FastifyReply> {
    return answer(request, reply, { key, version: "", type: HTML, make, isUnfinished: asksForView(request), vary: "cookie" });
  }

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb: settings.uploadMaxMb, mostFiles: MOST_TAKEN });
    scope.post("/check-up", { ...PUBLIC, schema: { hide: true, body: CheckUpForm } }, async ({ body }, reply) => {
      const files = body.file.slice(0, MOST_REPORTS);
      // Last year's report belongs to one report: beside several, nobody could say to which.
      const previous = files.length === 1 ? body.previous : undefined;
      const results = [];
      for (const file of files) results.push({ file: file.name, result: await checkFiles(readers, { file, previous }) });
      const remark = remarkOn(body.file.length, body.previous !== undefined && previous === undefined);
      const status = files.length === 0 ? 400 : results.every(({ result }) => !result.ok) ? 422 : 200;
      return reply.code(status).type(HTML).header("cache-control", "no-store").send(render.renderResultPage({ assets, results, remark }));
    });
  });
}

function remarkOn(files: number, previousLeftOut: boolean): string | undefined {
  if (files === 0) return "没有收到文件：请返回上一页，选择年度报告文件后再提交。";
  if (files > MOST_REPORTS) return `一次最多核对 ${MOST_REPORTS} 份，其余 ${files - MOST_REPORTS} 份没有核对，请分批提交。`;
  return previousLeftOut ? "上年报告只在核对一份报告时使用，这次没有用到。" : undefined;
}
