import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { App } from "../../platform/http.ts";
import { createFileWriter, type FileWriter } from "./file-writer.ts";
import type { FileRefusal, FileRequest, FileResult, ReportFile } from "./report-file.ts";
import { refuseRequest } from "./refuse-request.ts";
import { BatchTableRequest, ReportFileRefusal, ReportFileRequest } from "./schema.ts";

const MEGABYTE = 1024 * 1024;

const STATUS = {
  "too-long": 422,
  "unknown-cells": 422,
  "too-slow": 422,
  "too-much-memory": 422,
  "too-busy": 503,
  failed: 500,
} as const satisfies Record<FileRefusal, number>;

const FILE_ANSWERS = {
  200: z.any().describe("文件内容，类型随格式而定"),
  422: ReportFileRefusal,
  500: ReportFileRefusal,
  503: ReportFileRefusal,
};

/** Reports as files, composed on the server and kept nowhere. */
export function reportFileRoutes(app: App, writer: FileWriter = createFileWriter()): void {
  app.addHook("onClose", () => writer.close());
  app.post(
    "/api/v1/report-files",
    {
      bodyLimit: 2 * MEGABYTE,
      config: { audience: "public" },
      schema: {
        summary: "把一份年度报告按规定格式写成文件",
        description: "送来报告数据，返回 docx、pdf、xlsx、html 或 json 文件，或者核对发现表。内容只在内存中处理，不保存。",
        body: ReportFileRequest,
        response: FILE_ANSWERS,
      },
    },
    async ({ body }, reply) => {
      const request: FileRequest = body as FileRequest; // zod gives optional fields as undefined, which JSON never does
      return answer(reply, refuseRequest(request) ?? (await writer.write(request)));
    },
  );
  app.post(
    "/api/v1/batch-tables",
    {
      bodyLimit: 2 * MEGABYTE,
      config: { audience: "public" },
      schema: {
        summary: "把一批报告的核对结果写成 Excel 表格",
        description: "送来各文件的核对结果，返回 xlsx 文件。内容只在内存中处理，不保存。",
        body: BatchTableRequest,
        response: FILE_ANSWERS,
      },
    },
    async ({ body }, reply) => answer(reply, await writer.write({ format: "batch-xlsx", ...body })),
  );
}

/** The file as an attachment, or why there is none. The schema of the route allows any content. */
function answer<Reply>(typedReply: Reply, written: FileResult): Reply {
  const reply = typedReply as unknown as FastifyReply;
  reply.header("cache-control", "no-store");
  if (!written.ok) {
    void reply.code(STATUS[written.refusal]).send({ refusal: written.refusal, message: written.message });
    return typedReply;
  }
  const { file } = written;
  void reply
    .type(file.type)
    .header("content-disposition", dispositionOf(file))
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
  return typedReply;
}

/** An attachment under its Chinese name (RFC 6266), and an ASCII one for what cannot read it. */
function dispositionOf({ name }: ReportFile): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="report${name.slice(name.lastIndexOf("."))}"; filename*=UTF-8''${encoded}`;
}
