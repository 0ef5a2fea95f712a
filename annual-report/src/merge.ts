import { EDITIONS } from "./editions/index.ts";
import type { CellKey, CellState, EditionId, Finding, Report } from "./report.ts";

/** Which reports a merged report is made of. */
export interface AddedReport {
  readonly file: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  /** Cells of this report that bear no figure and so added nothing, by state. */
  readonly leftOut: Readonly<Record<Exclude<CellState, "seen">, readonly CellKey[]>>;
}

export type MergeRefusal = "nothing-to-merge" | "no-tables" | "mixed-editions";

export type MergeResult =
  | { readonly ok: true; readonly merged: Report; readonly added: readonly AddedReport[] }
  | { readonly ok: false; readonly refusal: MergeRefusal; readonly message: string };

/**
 * Adds reports of one edition up, cell by cell. A cell's sum is taken over the figures printed; where none is printed
 * the cell stays blank (or absent, or ambiguous), never 0. What was left out of a sum is listed by report in `added`
 * and told in `merged.findings`. Text is not added; the year is kept where all reports share it.
 */
export function mergeReports(reports: readonly Report[]): MergeResult {
  const [first] = reports;
  if (first === undefined) return { ok: false, refusal: "nothing-to-merge", message: "没有可汇总的报告。" };
  const bare = reports.filter((report) => report.edition === null);
  if (bare.length > 0)
    return { ok: false, refusal: "no-tables", message: `下列报告中没有找到表格，无法汇总：${bare.map(nameOf).join("、")}。` };
  const edition = first.edition as EditionId; // not null: no report is bare
  if (reports.some((report) => report.edition !== edition)) return { ok: false, refusal: "mixed-editions", message: mixedMessage(reports) };

  const cells: Record<CellKey, number | null> = {};
  const states: Record<CellKey, CellState> = {};
  const incomplete: CellKey[] = [];
  for (const { key, kind } of EDITIONS[edition].cells) {
    const figures: number[] = [];
    const missing = new Set<CellState>();
    for (const report of reports) {
      const state = stateOf(report, key);
      const value = report.cells[key];
      if (state === "seen" && typeof value === "number") figures.push(value);
      else missing.add(state);
    }
    if (figures.length > 0) {
      cells[key] = kind === "amount" ? addAmounts(figures) : figures.reduce((sum, value) => sum + value, 0);
      states[key] = "seen";
      if (missing.size > 0) incomplete.push(key);
    } else {
      cells[key] = null;
      states[key] = missing.has("ambiguous") ? "ambiguous" : missing.has("blank") ? "blank" : "absent";
    }
  }
  const years = new Set(reports.map((report) => report.year));
  const year = years.size === 1 ? first.year : null;
  const merged: Report = {
    edition,
    year,
    agency: null,
    title: null,
    sections: { overview: null, problems: null, other: null },
    cells,
    states,
    sources: {},
    findings: [...mixedYears(reports, years.size), ...duplicates(reports), ...leftOutFindings(reports, incomplete)],
  };
  return { ok: true, merged, added: reports.map((report) => describeAdded(report, edition)) };
}

function stateOf(report: Report, key: CellKey): CellState {
  return report.states[key] ?? (typeof report.cells[key] === "number" ? "seen" : "absent");
}

/** Amounts are added in ten-thousandths of their unit (yuan), so that 0.1 + 0.2 is 0.3 in any order. */
function addAmounts(figures: readonly number[]): number {
  return figures.reduce((sum, value) => sum + Math.round(value * 10_000), 0) / 10_000;
}

function describeAdded(report: Report, edition: EditionId): AddedReport {
  const leftOut: Record<Exclude<CellState, "seen">, CellKey[]> = { blank: [], absent: [], ambiguous: [] };
  for (const { key } of EDITIONS[edition].cells) {
    const state = stateOf(report, key);
    if (state !== "seen") leftOut[state].push(key);
  }
  return { file: report.file ?? null, agency: report.agency, year: report.year, leftOut };
}

function nameOf(report: Report): string {
  return report.file ?? report.agency ?? report.title ?? "未命名的报告";
}

function mixedMessage(reports: readonly Report[]): string {
  const list = (["2019", "2021"] as const).map((id) => {
    const names = reports.filter((report) => report.edition === id).map(nameOf);
    const shown = names.slice(0, 5).join("、");
    return `${id}年格式${names.length}份（${shown}${names.length > 5 ? "等" : ""}）`;
  });
  return `报告使用的格式不同，不能相加：${list.join("，")}。请分开汇总。`;
}

function mixedYears(reports: readonly Report[], count: number): Finding[] {
  if (count < 2) return [];
  const years = [...new Set(reports.map((report) => (report.year === null ? "年度不明" : `${report.year}年度`)))].sort();
  return [finding("MG-1", `汇总的报告不是同一年度：${years.join("、")}。`, "请确认是否有意跨年汇总。")];
}

/** The same organ twice for one year would be counted twice. */
function duplicates(reports: readonly Report[]): Finding[] {
  const byOrgan = new Map<string, Report[]>();
  for (const report of reports) {
    if (report.agency === null) continue;
    const name = `${report.agency}${report.year ?? ""}`;
    byOrgan.set(name, [...(byOrgan.get(name) ?? []), report]);
  }
  return [...byOrgan.values()]
    .filter((same) => same.length > 1)
    .map((same) => {
      const [one] = same;
      const files = same.map((report) => report.file).filter((file) => file !== undefined);
      return finding(
        "MG-2",
        `${one?.agency ?? ""}${one?.year === null || one === undefined ? "" : `${one.year}年度`}的报告有${same.length}份${files.length === 0 ? "" : `（${files.join("、")}）`}，都已计入。`,
        "若属重复，请只保留一份后重新汇总。",
      );
    });
}

function leftOutFindings(reports: readonly Report[], incomplete: readonly CellKey[]): Finding[] {
  if (incomplete.length === 0) return [];
  const names = reports.filter((report) => incomplete.some((key) => stateOf(report, key) !== "seen")).map(nameOf);
  return [
    {
      ...finding(
        "MG-3",
        `有${incomplete.length}格的合计不全：${names.slice(0, 5).join("、")}${names.length > 5 ? `等${names.length}份报告` : ""}的相应格空着、缺失或无法确定，没有计入。`,
        "请补全这些报告后重新汇总；合计未把空格当作0。",
      ),
      cells: incomplete,
    },
  ];
}

function finding(rule: string, message: string, advice: string): Finding {
  return { rule, severity: "warning", cells: [], message, advice };
}
