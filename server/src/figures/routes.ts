import { editionOfYear } from "@gongkai/statute";
import { listWithDescendants, officeOf } from "../agencies/index.ts";
import { officerOf } from "../applications/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import { commandKeyOf } from "../platform/command-key.ts";
import type { App } from "../platform/http.ts";
import { type CaseCells, countTables, regionCountTables } from "./count-tables.ts";
import { draftReport, type FigureSource } from "./draft-report.ts";
import { countByHandler, countByMonth, countOnTime, findSnapshot, regionOverdue, regionPublished } from "./queries.ts";
import { DraftReport, FiguresParams, RegionFigures, SnapshotTaken, TakeSnapshot, YearFigures } from "./schema.ts";
import { type SnapshotRefusal, takeSnapshot } from "./snapshot.ts";

const BASE = "/api/v1/agencies/:agency/figures/:year";
const TAGS = ["年度数字"];
const READ = { config: { audience: "staff", roles: "anyPost", supervised: true } } as const;

const REFUSALS = {
  "not-allowed": { status: 403, message: "公布数字由政府信息公开工作机构负责人办理。" },
  "year-not-over": { status: 409, message: "年度还没有结束，12月31日以后才能固定该年度的数字。" },
  "changed-meanwhile": { status: 409, message: "该年度的数字刚刚被他人固定过，请刷新后查看。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
} as const satisfies Record<SnapshotRefusal, RefusalWords>;

/** The figures of a year: tables 3 and 4 from the cases, the snapshot as published, the draft of the annual report. */
export function figureRoutes(
  app: App,
  { ledger, sources = [] }: { readonly ledger: Ledger; readonly sources?: readonly FigureSource[] },
): void {
  const { db } = ledger;

  app.get(
    BASE,
    { ...READ, schema: { tags: TAGS, summary: "一个年度的数字", params: FiguresParams, response: { 200: YearFigures } } },
    async (request) => {
      const { agencyId } = officerOf(request);
      const { year } = request.params;
      const [cells, before, snapshot, snapshotBefore, byMonth, onTime, byHandler, others] = await Promise.all([
        countTables(db, agencyId, year),
        countTables(db, agencyId, year - 1),
        findSnapshot(db, agencyId, year),
        findSnapshot(db, agencyId, year - 1),
        countByMonth(db, agencyId, year),
        countOnTime(db, agencyId, year),
        countByHandler(db, agencyId, year, ledger.clock.today()),
        Promise.all(sources.map((source) => source(db, agencyId, year))),
      ]);
      const expected = (snapshotBefore?.cells ?? before)["t3.carriedOut.total"] ?? 0;
      const actual = cells["t3.carriedIn.total"] ?? 0;
      return {
        year,
        edition: editionOfYear(year),
        cells,
        snapshot: snapshot === undefined ? null : { ...snapshot, differences: listDifferences(snapshot.cells, cells) },
        carriedIn: {
          expected,
          actual,
          from: snapshotBefore === undefined ? ("cases" as const) : ("snapshot" as const),
          agrees: expected === actual,
        },
        byMonth,
        onTime,
        byHandler,
        others: Object.assign({}, ...others) as Readonly<Record<string, number | null>>, // sources give nothing else
      };
    },
  );

  app.post(
    `${BASE}/snapshot`,
    {
      config: { audience: "staff", roles: ["officeHead"] },
      schema: { tags: TAGS, summary: "固定公布的数字", params: FiguresParams, body: TakeSnapshot, response: { 200: SnapshotTaken } },
    },
    async (request, reply) => {
      const officer = officerOf(request);
      const call = {
        agencyId: officer.agencyId,
        year: request.params.year,
        version: request.body.version,
        officer,
        commandKey: commandKeyOf(request),
      };
      const done = await takeSnapshot(ledger, call);
      return done.ok ? done.value : answerRefusal(request, reply, done.refusal, REFUSALS[done.refusal]);
    },
  );

  app.get(
    `${BASE}/report`,
    { ...READ, schema: { tags: TAGS, summary: "年度报告草稿", params: FiguresParams, response: { 200: DraftReport } } },
    async (request) => {
      const { agency } = officeOf(request);
      const { agency: name, title, sources: _none, ...report } = await draftReport(db, agency, request.params.year, sources);
      return { ...report, year: request.params.year, agency: name ?? agency.name, title: title ?? "", sources: {} };
    },
  );

  app.get(
    "/api/v1/agencies/:agency/region-figures/:year",
    { ...READ, schema: { tags: TAGS, summary: "所辖机关的数字合计", params: FiguresParams, response: { 200: RegionFigures } } },
    async (request) => {
      const { agency } = officeOf(request);
      const { year } = request.params;
      const organs = (await listWithDescendants(db, [agency.agency_id])).filter(({ agency_id }) => agency_id > 0);
      const ids = organs.map(({ agency_id }) => agency_id);
      const [tables, published, overdue] = await Promise.all([
        regionCountTables(db, ids, year),
        regionPublished(db, ids, year),
        regionOverdue(db, ids, ledger.clock.today()),
      ]);
      return {
        year,
        edition: editionOfYear(year),
        cells: addUp([...tables.values()]),
        organs: organs.map(({ agency_id, code, short_name }) => {
          const cells = tables.get(agency_id) ?? {};
          return {
            code,
            name: short_name,
            received: cells["t3.new.total"] ?? 0,
            answered: cells["t3.total.total"] ?? 0,
            carriedOut: cells["t3.carriedOut.total"] ?? 0,
            overdue: overdue.get(agency_id) ?? 0,
            isPublished: published.has(agency_id),
          };
        }),
      };
    },
  );
}

function listDifferences(published: CaseCells, now: CaseCells) {
  const cells = [...new Set([...Object.keys(published), ...Object.keys(now)])];
  return cells
    .map((cell) => ({ cell, published: published[cell] ?? 0, now: now[cell] ?? 0 }))
    .filter((difference) => difference.published !== difference.now);
}

function addUp(tables: readonly CaseCells[]): CaseCells {
  const sum: Record<string, number> = {};
  for (const cells of tables) for (const [cell, figure] of Object.entries(cells)) sum[cell] = (sum[cell] ?? 0) + figure;
  return sum;
}
