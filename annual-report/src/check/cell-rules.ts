import { findCell, nameCell } from "../editions/index.ts";
import { hasState, isWholeTable, keysOf, nameRows, rowsInState, TABLE_NAMES, TABLES } from "./cells-by-row.ts";
import { checkSums } from "./check-sums.ts";
import { ABSENT, AMBIGUOUS, BLANK, type Facts, SEEN } from "./facts.ts";
import { formatFigure, formatTerms } from "./format-figure.ts";
import type { Found, Rule } from "./rule.ts";

/** T-0: what may stand in a cell at all. */
export const FIGURE_RULE: Rule = {
  id: "T-0",
  severity: "error",
  title: "件数是不小于0的整数；“本年增/减”可为负整数；金额不小于0",
  formula: "count ∈ {0, 1, 2, …}; change ∈ ℤ; amount ≥ 0",
  basis: "各栏计数单位（件、项、万元）的含义",
  check: ({ facts }, found) => {
    const { form, values, states } = facts;
    if (form === undefined) return;
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number; // within bounds
      if (Number.isInteger(value) && value >= 0) continue;
      const cell = form.cells[index];
      if (cell === undefined || states[index] !== SEEN) continue;
      const isWrong =
        cell.kind === "amount" ? !(value >= 0 && Number.isFinite(value)) : cell.kind === "change" ? !Number.isInteger(value) : true;
      if (!isWrong) continue;
      const want =
        cell.kind === "amount" ? "金额不能小于0" : cell.kind === "change" ? "应为整数" : value < 0 ? "件数不能小于0" : "件数应为整数";
      found({
        cells: [cell.key],
        actual: value,
        message: `${cell.name}填${formatFigure(value)}，${want}。`,
        advice: "请核对原始台账，改为正确的数；若数字属于相邻的格，请移回原格。",
      });
    }
  },
};

/** B-1: cells left empty where the form wants a figure; told once a table, and totals that should not be 0 apart. */
export const BLANK_RULE: Rule = {
  id: "B-1",
  severity: "warning",
  title: "应填数字的格不能空着，没有的填0",
  formula: "state(cell) ≠ blank",
  basis: "格式要求逐格填报；空格与0含义不同，汇总时无法区分",
  check: ({ facts }, found) => {
    if (!hasState(facts, BLANK)) return;
    const offered = reportEmptyTotals(facts, found);
    for (const table of TABLES) {
      const blank = rowsInState(facts, table, BLANK)
        .map((one) => ({ ...one, indexes: one.indexes.filter((index) => !offered.has(index)) }))
        .filter((one) => one.indexes.length > 0);
      if (blank.length === 0) continue;
      const cells = keysOf(facts, blank);
      const whole = isWholeTable(facts, table, blank) && offered.size === 0;
      found({
        cells,
        message: whole ? `${TABLE_NAMES[table]}整张没有填数。` : `${TABLE_NAMES[table]}有${cells.length}格没有填数：${nameRows(blank)}。`,
        advice: whole ? "请逐格填报，没有的填0。" : "确实没有的请填0，漏填的请补上；本次核对暂按0计算。",
      });
    }
  },
};

function reportEmptyTotals(facts: Facts, found: (finding: Found) => void): Set<number> {
  const sums = checkSums(facts);
  const indexes = new Set<number>();
  for (const table of [3, 4] as const) {
    const totals = sums.emptyTotals.filter(({ rule }) => facts.form?.cells[rule.total ?? -1]?.table === table);
    const [first] = totals;
    if (first === undefined) continue;
    for (const { rule } of totals) if (rule.total !== undefined) indexes.add(rule.total);
    const cells = totals.flatMap(({ rule }) => facts.form?.keys[rule.total ?? -1] ?? []);
    const values = (one: typeof first) => one.rule.left.map((index) => sums.values[index] ?? 0);
    const list = totals.map(({ rule, expected }) => `${rule.place.replace(/^表[三四]/u, "")}应为${formatFigure(expected)}`).join("，");
    if (totals.length === 1)
      found({
        cells,
        expected: first.expected,
        message: `${first.rule.place}的${first.rule.rightNames[0] ?? "总计"}没有填：${formatTerms(first.rule.leftNames, values(first)).text}=${formatFigure(first.expected)}。`,
        advice: `请补填${formatFigure(first.expected)}。`,
      });
    else
      found({
        cells,
        message: `${TABLE_NAMES[table]}有${totals.length}个总计没有填，按各项相加：${list}。`,
        advice: "请按上列数字核对后补填总计；其他勾稽关系已按这些数字核对。",
      });
  }
  return indexes;
}

/** what was printed could not be settled; a person has to look. */
export const AMBIGUOUS_RULE: Rule = {
  id: "A-1",
  severity: "notice",
  title: "有数字但无法确定属于哪一格的，请人工确认",
  formula: "state(cell) ≠ ambiguous",
  basis: "识别结果须可靠：拿不准的不猜",
  check: ({ facts }, found) => {
    if (!hasState(facts, AMBIGUOUS)) return;
    for (const table of TABLES) {
      for (const one of rowsInState(facts, table, AMBIGUOUS)) {
        const readings = one.indexes.map((index) => {
          const key = facts.form?.keys[index] ?? "";
          const column = one.row.columns[one.row.indexes.indexOf(index)] ?? "";
          const candidates = facts.report.sources[key]?.candidates ?? [];
          return candidates.length === 0
            ? column
            : `${column}（可能是${candidates.map((value) => (value === null ? "空格" : formatFigure(value))).join("或")}）`;
        });
        found({
          cells: keysOf(facts, [one]),
          message: `${one.row.name}有${one.indexes.length}格无法确定：${readings.join("、")}。涉及这些格的勾稽关系未核对。`,
          advice: "请对照原文确认这一行的数字。",
        });
      }
    }
  },
};

/** M-1: rows, cells or whole tables of the form that the document does not contain. */
export const MISSING_RULE: Rule = {
  id: "M-1",
  severity: "warning",
  title: "格式规定的表格和行次应当齐全",
  formula: "state(cell) ≠ absent",
  basis: "国办公开办函〔2019〕60号、〔2021〕30号：内容不得删减",
  check: ({ facts }, found) => {
    if (facts.form === undefined) {
      found({
        cells: [],
        message: "文中没有找到年度报告的三张表格（表二、表三、表四）。",
        advice: "若表格是图片或附件，请改用含文字表格的文件；若确实没有，请按格式补齐。",
      });
      return;
    }
    if (!hasState(facts, ABSENT)) return;
    for (const table of TABLES) {
      const absent = rowsInState(facts, table, ABSENT);
      if (absent.length === 0) continue;
      const whole = isWholeTable(facts, table, absent);
      found({
        cells: keysOf(facts, absent),
        message: whole ? `文中没有找到${TABLE_NAMES[table]}。` : `${TABLE_NAMES[table]}缺少：${nameRows(absent)}。`,
        advice: whole ? "请按格式补上整张表，没有数据的填0。" : "请对照格式补齐缺少的行或格；若原文有而未识别，请人工补录。",
      });
    }
  },
};

/** The printed figure beside its name, e.g. 表二“行政许可”·处理决定数量3. */
export function nameWithFigure(facts: Facts, key: string): string {
  return `${nameCell(key)}${formatFigure(facts.report.cells[key] ?? 0)}`;
}

/** The column part of a cell's name. */
export function columnName(key: string): string {
  const name = findCell(key)?.name ?? key;
  return name.slice(name.lastIndexOf("·") + 1);
}
