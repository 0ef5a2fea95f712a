import { checkReport } from "@gongkai/annual-report";
import { aReport } from "@gongkai/annual-report/testing";
import { describe, expect, test } from "vitest";
import { applyWork } from "./apply-work.ts";
import { changeDraft, type DraftAct } from "./change-draft.ts";
import { type Draft, draftOfFile, isTouched } from "./draft.ts";
import { countOpen, isOpen, judgeFindings, sayCounts } from "./judge-findings.ts";
import { startBlank, startFromPrevious } from "./start-report.ts";
import { listBlanks, workOutTotals } from "./work-out-totals.ts";

const key = "t3.granted.natural";
const total = "t3.granted.total";

function aDraft(parts: Parameters<typeof aReport>[0] = {}): Draft {
  return draftOfFile("one", { report: aReport(parts), findings: [], passages: [], notes: [] });
}
const after = (draft: Draft, ...acts: DraftAct[]) => acts.reduce(changeDraft, draft);
const judge = (draft: Draft) => judgeFindings(checkReport(applyWork(draft)), draft.work.verdicts);

describe("correcting a cell", () => {
  test("the report has the new figure, and its rules are those of the new figure", () => {
    const wrong = aDraft({ cells: { [total]: 7 } });
    expect(judge(wrong).map(({ finding }) => finding.rule)).toContain("T3-3");
    const right = after(wrong, { type: "type", key: total, typed: "０" });
    expect(applyWork(right).cells[total]).toBe(0);
    expect(judge(right)).toEqual([]);
  });

  test("what is no figure is kept as typed, with a sentence, and counts as not settled", () => {
    const draft = after(aDraft(), { type: "type", key, typed: "约三件" });
    expect(draft.work.cells[key]).toMatchObject({ typed: "约三件", problem: expect.stringContaining("不是数字") });
    expect(applyWork(draft)).toMatchObject({ cells: { [key]: null }, states: { [key]: "ambiguous" } });
  });

  test("typing the original figure again is no correction", () => {
    const changed = after(aDraft(), { type: "type", key, typed: "3" });
    expect(after(changed, { type: "type", key, typed: "0" }).work.cells).toEqual({});
    const untouched = aDraft();
    expect(changeDraft(untouched, { type: "type", key, typed: " 0 " })).toBe(untouched);
  });

  test("an unsettled cell is settled by one of its readings, blank among them", () => {
    const draft = aDraft({ states: { [key]: "ambiguous" }, sources: { [key]: { raw: "1 2", start: 0, end: 3, candidates: [12, null] } } });
    expect(applyWork(after(draft, { type: "choose", key, value: 12 }))).toMatchObject({ cells: { [key]: 12 }, states: { [key]: "seen" } });
    expect(applyWork(after(draft, { type: "choose", key, value: null })).states[key]).toBe("blank");
  });
});

describe("undo", () => {
  const draft = after(aDraft(), { type: "type", key, typed: "3" }, { type: "type", key: total, typed: "3" });

  test("goes back step by step, and forward again", () => {
    const back = after(draft, { type: "undo" }, { type: "undo" });
    expect(back.work.cells).toEqual({});
    expect(after(back, { type: "redo" }, { type: "redo" }).work).toEqual(draft.work);
    expect(changeDraft(back, { type: "undo" })).toBe(back);
  });

  test("a new step closes the way forward", () => {
    const other = after(draft, { type: "undo" }, { type: "type", key: total, typed: "4" });
    expect(changeDraft(other, { type: "redo" })).toBe(other);
  });

  test("typing on in one section is one step", () => {
    const written = after(draft, { type: "write", section: "other", text: "一" }, { type: "write", section: "other", text: "一二" });
    expect(after(written, { type: "undo" }).work).toEqual(draft.work);
  });

  test("reaches decisions, last year's report and the head too", () => {
    const acts: DraftAct[] = [
      { type: "judge", id: "x", verdict: { decision: "dismissed", reason: "已核", message: "" } },
      { type: "compareWith", previous: aReport({ year: 2023 }) },
      { type: "name", head: { agency: "云溪县统计局", year: 2025 } },
    ];
    for (const act of acts) expect(after(draft, act, { type: "undo" }).work).toEqual(draft.work);
  });
});

describe("a decision about a finding", () => {
  const draft = aDraft({ cells: { [total]: 7 } });
  const [first] = judge(draft);
  const dismissed = after(draft, {
    type: "judge",
    id: first?.id ?? "",
    verdict: { decision: "dismissed", reason: "机构合并", message: first?.finding.message ?? "" },
  });

  test("closes it, with the reason kept", () => {
    const judged = judge(dismissed).find((one) => one.id === first?.id);
    expect(judged).toMatchObject({ verdict: { reason: "机构合并" }, isOutdated: false });
    expect(judged && isOpen(judged)).toBe(false);
    expect(countOpen(judge(dismissed)).error).toBe(countOpen(judge(draft)).error - 1);
  });

  test("no longer holds when the figures have changed", () => {
    const judged = judge(after(dismissed, { type: "type", key: total, typed: "9" })).find((one) => one.id === first?.id);
    expect(judged).toMatchObject({ isOutdated: true });
    expect(judged && isOpen(judged)).toBe(true);
  });
});

test("what is left to do is said in a sentence", () => {
  expect(sayCounts({ error: 2, warning: 1, notice: 0 })).toBe("还有2处错误、1处警告。");
  expect(sayCounts({ error: 0, warning: 0, notice: 0 })).toBe("没有待处理的问题。");
});

describe("a new report", () => {
  const head = { edition: "2021", year: 2025, agency: "云溪县统计局" } as const;

  test("begins blank in every cell, and can be filled until every rule holds", () => {
    const blank = startBlank("n", head);
    expect(listBlanks(applyWork(blank))).toHaveLength(200);
    expect(isTouched(blank)).toBe(true);
    const figures = { "t3.new.natural": "3", "t3.granted.natural": "3" };
    let draft = blank;
    for (const [cell, typed] of Object.entries(figures)) draft = changeDraft(draft, { type: "type", key: cell, typed });
    const isTotal = (cell: string) => /\.total(\.|$)/u.test(cell);
    const zeros = Object.fromEntries(
      listBlanks(applyWork(draft))
        .filter((cell) => !isTotal(cell))
        .map((cell) => [cell, 0]),
    );
    draft = changeDraft(draft, { type: "fill", how: "zero", cells: zeros });
    draft = changeDraft(draft, { type: "fill", how: "sum", cells: workOutTotals(applyWork(draft)) });
    expect(applyWork(draft).cells["t3.total.total"]).toBe(3);
    expect(listBlanks(applyWork(draft))).toEqual([]);
    expect(judge(draft).filter(({ finding }) => finding.severity === "error")).toEqual([]);
  });

  test("totals with an empty part are not worked out, and written ones not touched", () => {
    const cells = { "t3.new.natural": null, "t3.new.total": null, "t4.reconsideration.upheld": 2, "t4.reconsideration.total": 9 };
    const found = workOutTotals(aReport({ cells }));
    expect(found).toEqual({});
  });

  test("from last year's: carried in is what was carried out, last year's figures stay at hand", () => {
    const last = aReport({ year: 2023, cells: { "t3.carriedOut.natural": 2, "t3.carriedOut.total": 2, "t3.carriedOut.legal": null } });
    const draft = startFromPrevious("n", last, 2025);
    const report = applyWork(draft);
    expect(report).toMatchObject({ edition: "2021", year: 2024, agency: last.agency });
    expect(report.cells).toMatchObject({
      "t3.carriedIn.natural": 2,
      "t3.carriedIn.total": 2,
      "t3.carriedIn.legal": null,
      "t3.new.total": null,
    });
    expect(draft.work.previous).toBe(last);
    expect(draft.past).toEqual([]);
  });

  test("in the 2019 form last year's items and their change are this year's prior ones; a 2021 form begins where it must", () => {
    const last = aReport({ edition: "2019", year: 2019, cells: { "t2.license.prior": 7, "t2.license.change": -2 } });
    expect(applyWork(startFromPrevious("n", last, 2025)).cells["t2.license.prior"]).toBe(5);
    expect(applyWork(startFromPrevious("n", { ...last, year: 2020 }, 2025))).toMatchObject({ edition: "2021", year: 2021 });
  });
});

test("another organ or year makes another title", () => {
  const draft = after(aDraft(), { type: "name", head: { agency: "云溪县统计局", year: 2025 } });
  expect(applyWork(draft).title).toBe("云溪县统计局2025年政府信息公开工作年度报告");
});
