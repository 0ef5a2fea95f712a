import type { Ledger } from "../ledger/index.ts";
import { takeAttempt } from "../platform/attempts.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { SETUP_LIMIT } from "./limits.ts";
import { isFromOwnSite } from "./own-site.ts";
import { refuse, type Refused } from "./refusals.ts";
import { SetUp, SetupState } from "./schema.ts";
import { isSetUpNeeded, setUp } from "./set-up.ts";
import { isSetUpCode, removeSetUpCode } from "./setup-code.ts";

export interface SetupDependencies {
  readonly ledger: Ledger;
  readonly settings: { readonly baseUrl: string | undefined; readonly dataDir: string; readonly demo: boolean };
}

/** The first organ and the first administrator, made once by whoever can read the server's console. */
export function setupRoutes(app: App, { ledger, settings: { baseUrl, dataDir, demo } }: SetupDependencies): void {
  const { db, clock } = ledger;
  const url = "/api/v1/setup";
  const tags = ["setup"];

  app.get(
    url,
    { config: { audience: "public" }, schema: { summary: "是否需要首次设置", tags, response: { 200: SetupState } } },
    async (_request, reply) =>
      reply.header("cache-control", "no-store").send({ needed: !demo && (await isSetUpNeeded(ledger)), isDemo: demo }),
  );

  app.post(
    url,
    {
      config: { audience: "public" },
      schema: {
        summary: "首次设置",
        description: "设置码见服务器启动时的提示，或数据文件夹中的 setup-code 文件；用后作废。",
        tags,
        body: SetUp,
        response: { 201: SetupState, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const no = (refused: Omit<Refused, "ok">) => refuse(request, reply, { ok: false, ...refused }, clock.instant());
      if (!isFromOwnSite(request, baseUrl)) return no({ refusal: "from-elsewhere" });
      if (demo || !(await isSetUpNeeded(ledger))) return no({ refusal: "already-set-up" });
      const taken = await takeAttempt(db, { bucket: `setup:${request.ip}`, limit: SETUP_LIMIT, at: clock.instant() });
      if (!taken.isAllowed) return no({ refusal: "too-many-attempts", until: taken.until });
      const { code, ...rest } = request.body;
      if (!isSetUpCode(dataDir, code)) return no({ refusal: "wrong-setup-code" });
      const done = await setUp(ledger, rest);
      if (!done.ok) return no({ refusal: done.refusal });
      removeSetUpCode(dataDir);
      return reply.code(201).send({ needed: false, isDemo: false });
    },
  );
}
