import { z } from "zod";
import type { App } from "./http.ts";

/** Something the server cannot work without, and whether it can be used right now. */
export interface Part {
  readonly name: string;
  isReady(): boolean;
}

const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
const Readiness = z.object({ status: z.enum(["ready", "not-ready"]), parts: z.record(z.string(), z.boolean()) }).meta({ id: "Readiness" });

/** `/healthz`: the process is up · `/readyz`: all it leans on is up too, so work may be sent to it. */
export function probeRoutes(app: App, parts: readonly Part[]): void {
  app.get(
    "/healthz",
    { config: { audience: "probe" }, logLevel: "warn", schema: { summary: "进程是否在运行", response: { 200: Health } } },
    async () => ({ status: "ok" as const }),
  );
  app.get(
    "/readyz",
    { config: { audience: "probe" }, logLevel: "warn", schema: { summary: "能否接收请求", response: { 200: Readiness, 503: Readiness } } },
    async (_request, reply) => {
      const states = parts.map((part) => [part.name, part.isReady()] as const);
      const ready = states.every(([, isReady]) => isReady);
      return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not-ready", parts: Object.fromEntries(states) });
    },
  );
}
