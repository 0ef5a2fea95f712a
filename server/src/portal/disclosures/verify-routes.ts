import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { App } from "../../platform/http.ts";
import { receiveFiles } from "../../reports/index.ts";
import { frameOf, HTML, JSON_TYPE, PUBLIC, type Site } from "./site.ts";
import { Typed } from "../../search/schema.ts";
import { regionVerifyFile, regionVerifyText, type Verdict } from "./verify-copy.ts";

const VerifyQuery = z.object({ q: Typed(500) });
const VerifyForm = z.object({ file: z.file().optional() });

/** 核验: answered from the database each time, never from memory; what is uploaded is looked at and forgotten. */
export async function verifyRoutes(app: App, site: Site): Promise<void> {
  const { db, render, uploadMaxMb } = site;
  const show = (asked: string, verdict: Verdict | undefined) => {
    const isDemo = verdict !== undefined && verdict.kind !== "unknown" && verdict.isDemo;
    const frame = { ...frameOf(site, "/verify", undefined), isDemo };
    return render.renderDisclosureVerifyPage({ frame, asked, verdict, mostMb: uploadMaxMb });
  };

  app.get("/verify", { ...PUBLIC, schema: { hide: true, querystring: VerifyQuery } }, async ({ query: { q } }, reply) => {
    const verdict = q === "" ? undefined : await regionVerifyText(db, q, site.origin());
    return reply.header("cache-control", "no-store").type(HTML).send(show(q, verdict));
  });

  app.get("/verify.json", { ...PUBLIC, schema: { hide: true, querystring: VerifyQuery } }, async ({ query: { q } }, reply) => {
    const verdict = await regionVerifyText(db, q, site.origin());
    return reply.header("cache-control", "no-store").type(JSON_TYPE).send(JSON.stringify(verdict));
  });

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb, mostFiles: 1 });
    for (const isJson of [false, true]) {
      const path = isJson ? "/verify.json" : "/verify";
      scope.post(path, { ...PUBLIC, schema: { hide: true, body: VerifyForm } }, async ({ body: { file } }, reply) => {
        const verdict =
          file === undefined
            ? ({ kind: "unknown", words: "没有收到文件：请选择文件后再提交。" } as const)
            : await regionVerifyFile(db, new Uint8Array(await file.arrayBuffer()));
        reply.code(file === undefined ? 400 : 200).header("cache-control", "no-store");
        return isJson ? reply.type(JSON_TYPE).send(JSON.stringify(verdict)) : reply.type(HTML).send(show("", verdict));
      });
    }
  });
}
