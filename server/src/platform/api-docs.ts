import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { h } from "preact";
import type { Settings } from "../settings.ts";
import type { App } from "./http.ts";
import { renderPlainPage } from "./plain-page.ts";

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly responses?: Readonly<Record<string, unknown>>;
}

/** Collects every route registered after it into one OpenAPI 3.1 description, at `/api/openapi.json` and for people at `/api/docs`. */
export async function describeApi(app: App, { baseUrl }: Settings): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.1",
      info: { title: "公开 Gongkai", version: "0.1.0", description: "政府信息公开工作系统的接口。" },
      ...(baseUrl === undefined ? {} : { servers: [{ url: baseUrl }] }),
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get("/api/openapi.json", { config: { audience: "public" }, schema: { hide: true } }, async () => app.swagger());
  app.get("/api/docs", { config: { audience: "public" }, schema: { hide: true } }, async (_request, reply) => {
    const { paths = {} } = app.swagger();
    return reply.type("text/html; charset=utf-8").send(renderDocs(paths as Record<string, Record<string, Operation>>)); // as OpenAPI lays them out
  });
}

function renderDocs(paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
  return renderPlainPage("接口文档", [
    h("p", null, "完整的机器可读描述（OpenAPI 3.1）：", h("a", { href: "/api/openapi.json" }, "/api/openapi.json"), "。"),
    ...operations.map(({ path, method, operation }) =>
      h(
        "section",
        null,
        h("h2", null, h("code", null, `${method.toUpperCase()} ${path}`)),
        operation.summary === undefined ? null : h("p", null, operation.summary),
        operation.description === undefined ? null : h("p", null, operation.description),
        h("p", null, `可能的状态码：${Object.keys(operation.responses ?? {}).join("、")}`),
      ),
    ),
  ]);
}
