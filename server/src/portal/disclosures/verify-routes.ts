import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { App } from "../../platform/http.ts";
import { receiveFiles } from "../../reports/index.ts";
import { frameOf, HTML, PUBLIC, type Site } from "./site.ts";
import { regionVerifyFile, regionVerifyText } from "./verify-copy.ts";

const VerifyQuery = z.object({ q: z.string().trim().max(500).catch("").default("") });
const VerifyForm = z.object({ file: z.file().optional() });

/** 核验: answered from the database each time, never from memory; what is uploaded is looked at and forgotten. */
export async function verifyRoutes(app: App, site: Site): Promise<void> {
  const { db, render, uploadMaxMb } = site;
  const show = (asked: string, verdict: Parameters<typeof render.renderDisclosureVerifyPage>[0]["verdict"]) =>
    render.renderDisclosureVerifyPage({ frame: frameOf(site, "/verify", undefined), asked, verdict, mostMb: uploadMaxMb });

  app.get("/verify", { ...PUBLIC, schema: { hide: true, querystring: VerifyQuery } }, async ({ query: { q } }, reply) => {
    const verdict = q === "" ? undefined : await regionVerifyText(db, q, site.origin());
    return reply.header("cache-control", "no-store").type(HTML).send(show(q, verdict));
  });

  app.get("/verify.json", { ...PUBLIC, schema: { hide: true, querystring: VerifyQuery } }, async ({ query: { q } }, reply) => {
    const verdict = await regionVerifyText(db, q, site.origin());
    return reply.header("cache-control", "no-store").type("application/json; charset=utf-8").send(JSON.stringify(verdict));
  });

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb, mostFiles: 1 });
    scope.post("/verify", { ...PUBLIC, schema: { hide: true, body: VerifyForm } }, async ({ body: { file } }, reply) => {
      const verdict =
        file === undefined
          ? ({ kind: "unknown", words: "没有收到文件：请选择文件后再提交。" } as const)
          : await regionVerifyFile(db, new Uint8Array(await file.arrayBuffer()));
      return reply
        .code(file === undefined ? 400 : 200)
        .header("cache-control", "no-store")
        .type(HTML)
        .send(show("", verdict));
    });
  });
}
