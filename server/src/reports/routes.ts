import type { ReadRefusal } from "@gongkai/document/read";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { App } from "../platform/http.ts";
import type { Dependencies } from "../slices.ts";
import { checkFiles } from "./check-files.ts";
import { reportFileRoutes } from "./files/routes.ts";
import { receiveFiles } from "./receive-files.ts";
import { ReportCheck, ReportCheckFiles, ReportRefusal } from "./schema.ts";

/** The status each refusal is answered with; the words are the reader's. */
const STATUS = {
  empty: 422,
  "too-large": 413,
  encrypted: 422,
  damaged: 422,
  mislabelled: 415,
  unsupported: 415,
  "too-slow": 422,
  "too-much-memory": 422,
  "picture-only": 422,
} as const satisfies Record<ReadRefusal, number>;

/** The checks of annual reports, and reports as files, as an API. Nothing that is handed in is kept. */
export async function reportRoutes(app: App, { readers, settings }: Dependencies): Promise<void> {
  reportFileRoutes(app);
  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    await receiveFiles(scope, { uploadMaxMb: settings.uploadMaxMb, mostFiles: 2 });
    scope.post(
      "/api/v1/report-checks",
      {
        config: { audience: "public" },
        schema: {
          summary: "核对一份政府信息公开工作年度报告",
          description: "上传报告文件，返回三张表的数据、每个单元格的状态与出处，以及全部核对发现。文件只在内存中处理，不保存。",
          consumes: ["multipart/form-data"],
          body: ReportCheckFiles,
          response: { 200: ReportCheck, 413: ReportRefusal, 415: ReportRefusal, 422: ReportRefusal },
        },
      },
      async ({ body }, reply) => {
        const checked = await checkFiles(readers, body);
        reply.header("cache-control", "no-store");
        if (checked.ok) return reply.send(checked.checked);
        return reply.code(STATUS[checked.refusal]).send({ refusal: checked.refusal, message: checked.message, part: checked.part });
      },
    );
  });
}
