import { COUNTERPARTS } from "./compare.ts";
import { EDITIONS, nameCell } from "./editions/index.ts";
import type { CellKey, CellState, Report, Source } from "./report.ts";

export interface Crosswalk {
  readonly ok: true;
  /** The report in the form of 2021; a cell for which the old form has no figure is null and absent. */
  readonly report: Report;
  /** Cells of the new form that took over a figure or blank. */
  readonly carried: readonly CellKey[];
  /** Carried under another name; people should look whether they were counted alike. */
  readonly renamed: readonly Renamed[];
  /** Figures of the old form that have no place in the new one. */
  readonly left: readonly LeftBehind[];
  /** Cells of the new form that nothing in the old one tells. */
  readonly missing: readonly CellKey[];
  /** The same for people: what was carried, what was not and why, what is to be filled in. */
  readonly remarks: readonly string[];
}

export interface Renamed {
  readonly from: CellKey;
  readonly to: CellKey;
}

export interface LeftBehind {
  readonly key: CellKey;
  readonly name: string;
  readonly value: number | null;
  readonly state: CellState;
}

export interface CrosswalkRefusal {
  readonly ok: false;
  readonly refusal: "not-2019" | "no-tables";
  readonly message: string;
}

const SPLIT_ROW = /^t3\.otherHandling\.(uncorrected|unpaid|misc)\.(\w+)$/u;

/**
 * Brings a report from the form of 2019 into that of 2021. What means the same is carried, blanks included; nothing is
 * guessed: （六）其他处理, one row before and three now, is carried only where it is 0, for then its parts are 0 too.
 */
export function crosswalkTo2021(report: Report): Crosswalk | CrosswalkRefusal {
  if (report.edition === null) return { ok: false, refusal: "no-tables", message: "没有读到年度报告的表格，无法换版。" };
  if (report.edition !== "2019") return { ok: false, refusal: "not-2019", message: "这份报告已经是2021年版表格，不需要换版。" };
  const taken = new Set<CellKey>();
  const cells: Record<CellKey, number | null> = {};
  const states: Record<CellKey, CellState> = {};
  const sources: Record<CellKey, Source> = {};
  const carried: CellKey[] = [];
  const missing: CellKey[] = [];
  for (const { key } of EDITIONS["2021"].cells) {
    const from = sourceOf(key, report);
    if (from !== undefined) taken.add(from);
    const source = from === undefined ? undefined : report.sources[from];
    cells[key] = from === undefined ? null : (report.cells[from] ?? null);
    states[key] = from === undefined ? "absent" : stateOf(report, from);
    if (source !== undefined) sources[key] = source;
    (from === undefined ? missing : carried).push(key);
  }
  const left = EDITIONS["2019"].cells
    .filter(({ key }) => !taken.has(key) && (stateOf(report, key) === "seen" || stateOf(report, key) === "ambiguous"))
    .map(({ key, name }): LeftBehind => ({ key, name, value: report.cells[key] ?? null, state: stateOf(report, key) }));
  const renamed = Object.entries(COUNTERPARTS).map(([to, from]): Renamed => ({ from, to }));
  return {
    ok: true,
    report: { ...report, edition: "2021", cells, states, sources, findings: [] },
    carried,
    renamed,
    left,
    missing,
    remarks: explain({ report, carried, renamed, left, missing }),
  };
}

/** The cell of the old form whose figure belongs into a cell of the new one; undefined where there is none. */
function sourceOf(key: CellKey, report: Report): CellKey | undefined {
  const split = SPLIT_ROW.exec(key);
  if (split !== null) {
    const whole = `t3.otherHandling.${split[2] ?? ""}`;
    return report.cells[whole] === 0 ? whole : undefined;
  }
  const from = COUNTERPARTS[key] ?? key;
  return from in OLD_CELLS ? from : undefined;
}

const OLD_CELLS: Readonly<Record<CellKey, true>> = Object.fromEntries(EDITIONS["2019"].cells.map(({ key }) => [key, true]));

function stateOf(report: Report, key: CellKey): CellState {
  return report.states[key] ?? (typeof report.cells[key] === "number" ? "seen" : "absent");
}

function explain({
  report,
  carried,
  renamed,
  left,
  missing,
}: Pick<Crosswalk, "report" | "carried" | "renamed" | "left" | "missing">): string[] {
  const remarks = [`已带入${carried.length}格；2021年版表格共${EDITIONS["2021"].cells.length}格。`];
  const known = renamed.filter(({ from }) => stateOf(report, from) === "seen");
  if (known.length > 0)
    remarks.push(`名称有变、按含义带入，请核对口径：${known.map(({ from, to }) => `${nameOldCell(from)}→${nameCell(to)}`).join("；")}。`);
  const others = left.filter(({ key }) => !key.startsWith("t3."));
  if (others.length > 0) remarks.push(`2021年版没有对应的栏目，没有带入：${others.map(describeLeft).join("；")}。`);
  const undivided = left.filter(({ key }) => key.startsWith("t3."));
  if (undivided.length > 0)
    remarks.push(
      `“（六）其他处理”在2021年版分为三行，原表没有分列，不能代为拆分，请对照台账填写：${undivided.map(describeLeft).join("；")}。`,
    );
  const empty = missing.filter((key) => !SPLIT_ROW.test(key));
  if (empty.length > 0) remarks.push(`原表没有这些数据，已留空，请补填：${empty.map(nameCell).join("；")}。`);
  return remarks;
}

function describeLeft({ name, value }: LeftBehind): string {
  return `${name}（${value === null ? "未能确定" : value}）`;
}

/** The name in the old form: a key of both may be called otherwise there. */
function nameOldCell(key: CellKey): string {
  return EDITIONS["2019"].cells.find((cell) => cell.key === key)?.name ?? nameCell(key);
}
