import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../platform/http.ts";
import { createAnswerCache, httpDate, isKnown } from "../platform/answer-cached.ts";
import { NotFound, OrganParams, PublishedReport, ReportFilter, ReportList, ReportListQuery, ReportParams, Series } from "./api-schema.ts";
import type { Library } from "./library.ts";
import { LICENCE } from "./licence.ts";
import { filterReports, listReports } from "./list-reports.ts";
import { nearestOrgans } from "./nearest-organs.ts";
import { presentList, presentReport, presentSeries } from "./present.ts";
import type { PublishedReport as Published } from "./published-report.ts";
import type { Shelf } from "./shelf.ts";
import { CSV_COLUMNS, writeCsv } from "./write-csv.ts";

const PUBLIC = { config: { audience: "public" } } as const;
const JSON_TYPE = "application/json; charset=utf-8";
const CSV_TYPE = "text/csv; charset=utf-8; header=present";
const CSV_DESCRIPTION = `长表，每个单元格一行，UTF-8（无 BOM），以逗号分隔。各列：\n${CSV_COLUMNS.map(([name, meaning]) => `- ${name}：${meaning}`).join("\n")}`;
const CONDITIONAL = "支持 ETag、Last-Modified 条件请求。";

/** The library as open data. */
export function libraryApiRoutes(app: App, library: Library): void {
  const { answer } = createAnswerCache();

  app.get(
    "/api/v1/reports",
    {
      ...PUBLIC,
      schema: {
        tags: ["年报库"],
        summary: "查找已发布的年度报告",
        description: `按机关、地区、层级、年度、格式筛选，分页返回概要。${CONDITIONAL}${LICENCE}`,
        querystring: ReportListQuery,
        response: { 200: ReportList },
      },
    },
    async (request, reply) => {
      const shelf = library.shelf();
      const { query } = request;
      return answer(request, reply, {
        key: `list ${JSON.stringify(query)}`,
        ...versionOf(shelf),
        type: JSON_TYPE,
        make: () => JSON.stringify(presentList(listReports(shelf, query, query), query)),
      });
    },
  );

  app.get(
    "/api/v1/reports.csv",
    {
      ...PUBLIC,
      schema: {
        tags: ["年报库"],
        summary: "全部单元格（CSV）",
        description: `${CSV_DESCRIPTION}\n\n${CONDITIONAL}${LICENCE}`,
        querystring: ReportFilter,
        response: { 200: z.string().describe("text/csv") },
      },
    },
    async (request, reply) => {
      const shelf = library.shelf();
      return sendCsv(request, reply, {
        shelf,
        reports: filterReports(shelf.reports, request.query),
        name: "reports.csv",
        part: request.url,
      });
    },
  );

  app.get(
    "/api/v1/reports/:organ/series.json",
    {
      ...PUBLIC,
      schema: {
        tags: ["年报库"],
        summary: "一个机关历年的全部数据（JSON）",
        description: CONDITIONAL,
        params: OrganParams,
        response: { 200: Series, 404: NotFound },
      },
    },
    async (request, reply) => {
      const shelf = library.shelf();
      const organ = shelf.findOrgan(request.params.organ);
      if (organ === undefined) return answerMissing(request, reply, shelf, request.params.organ);
      return answer(request, reply, {
        key: `series ${organ.organ.slug}`,
        ...versionOf(shelf),
        type: JSON_TYPE,
        make: () => JSON.stringify(presentSeries(organ)),
      });
    },
  );

  app.get(
    "/api/v1/reports/:organ/series.csv",
    {
      ...PUBLIC,
      schema: {
        tags: ["年报库"],
        summary: "一个机关历年的全部数据（CSV）",
        description: `${CSV_DESCRIPTION}\n\n${CONDITIONAL}`,
        params: OrganParams,
        response: { 200: z.string().describe("text/csv"), 404: NotFound },
      },
    },
    async (request, reply) => {
      const shelf = library.shelf();
      const organ = shelf.findOrgan(request.params.organ);
      if (organ === undefined) return answerMissing(request, reply, shelf, request.params.organ);
      return sendCsv(request, reply, { shelf, reports: organ.reports, name: `${organ.organ.slug}.csv`, part: request.url });
    },
  );

  app.get(
    "/api/v1/reports/:organ/:year",
    {
      ...PUBLIC,
      schema: {
        tags: ["年报库"],
        summary: "一份年度报告的全部内容",
        description: `包括每个单元格的数值与状态、三个文字部分、正文散列值和核对发现。${CONDITIONAL}`,
        params: ReportParams,
        response: { 200: PublishedReport, 404: NotFound },
      },
    },
    async (request, reply) => {
      const shelf = library.shelf();
      const { organ, year } = request.params;
      const published = shelf.findReport(organ, year);
      if (published === undefined) return answerMissing(request, reply, shelf, organ, year);
      return answer(request, reply, {
        key: `report ${organ} ${year}`,
        ...versionOf(shelf),
        type: JSON_TYPE,
        make: () => JSON.stringify(presentReport(shelf, published)),
      });
    },
  );
}

function versionOf({ version, changedAt }: Shelf): { version: string; changedAt: string | undefined } {
  return { version, changedAt };
}

interface CsvAnswer {
  readonly shelf: Shelf;
  readonly reports: readonly Published[];
  readonly name: string;
  /** What of the shelf is sent, for its ETag. */
  readonly part: string;
}

/** Sends rows as they are written: the reports of a province need not be held as text. */
function sendCsv<Reply>(request: Pick<FastifyRequest, "headers">, typedReply: Reply, { shelf, reports, name, part }: CsvAnswer): Reply {
  const reply = typedReply as unknown as FastifyReply; // the schema describes text; what is sent is a stream of it
  const etag = `W/"${shelf.version}-${createHash("sha256").update(part).digest("base64url").slice(0, 16)}"`;
  reply.header("etag", etag).header("cache-control", "no-cache").header("vary", "accept-encoding");
  if (shelf.changedAt !== undefined) reply.header("last-modified", httpDate(shelf.changedAt));
  if (isKnown(request, etag, shelf.changedAt)) {
    void reply.code(304).send();
    return typedReply;
  }
  reply.type(CSV_TYPE).header("content-disposition", `attachment; filename="${name}"`);
  const rows = Readable.from(writeCsv(reports));
  const isPacked = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (isPacked) reply.header("content-encoding", "gzip");
  void reply.send(isPacked ? rows.pipe(createGzip()) : rows);
  return typedReply;
}

function answerMissing<Reply>(request: Pick<FastifyRequest, "id">, typedReply: Reply, shelf: Shelf, organ: string, year?: number): Reply {
  const reply = typedReply as unknown as FastifyReply; // every route that calls this describes the answer for 404
  const known = shelf.findOrgan(organ);
  const message =
    known === undefined
      ? "年报库里没有这个机关。"
      : `年报库里没有${known.organ.name}${year}年度的报告，现有${known.reports.map(({ report }) => report.year).join("、")}年度。`;
  const near = known === undefined ? nearestOrgans(shelf, organ) : [known];
  void reply
    .code(404)
    .header("cache-control", "no-store")
    .type(JSON_TYPE)
    .send({
      status: 404,
      error: "not-found",
      message,
      requestId: request.id,
      suggestions: near.map((one) => ({ name: one.organ.name, url: `/api/v1/reports?organ=${one.organ.slug}` })),
    });
  return typedReply;
}
