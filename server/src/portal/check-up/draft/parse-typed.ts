import type { CellKind } from "@gongkai/annual-report";

/** What was typed into a cell: a figure, an emptied cell (null), or what is wrong with it. */
export type Typed = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly problem: string };

const UNIT = /^([+-]?[\d.,]+)(亿元|万元|元|件|条|项|个|次|份|宗|起|例)$/u;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const MOST_DIGITS = 12;
const KEPT = "已照原样保留，请改正或按 Esc、Ctrl+Z 恢复。";

/**
 * Reads what a person typed into a cell of a kind. Full-width digits, blanks and thousands commas are taken as meant;
 * everything else that is no figure of this kind is refused with a sentence that says what may stand here.
 */
export function parseTyped(typed: string, kind: CellKind): Typed {
  const text = typed
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[−–—﹣]/gu, "-");
  if (text === "") return { ok: true, value: null };
  const figure = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  const unit = UNIT.exec(figure);
  if (unit !== null) return refuse(explainUnit(unit[1] ?? "", unit[2] ?? "", kind));
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(figure)) return refuse(`“${shorten(typed)}”不是数字。${WANTED[kind]}，没有的填 0。`);
  if (figure.replace(/\D/gu, "").length > MOST_DIGITS) return refuse(`“${shorten(typed)}”位数过多，请核对。`);
  const value = Number(figure);
  if (kind !== "change" && figure.startsWith("-")) return refuse(`“${shorten(typed)}”小于 0。${WANTED[kind]}。`);
  if (kind !== "change" && figure.startsWith("+")) return refuse(`这一格不填增减号。${WANTED[kind]}。`);
  if (kind !== "amount" && !Number.isInteger(value)) return refuse(`“${shorten(typed)}”不是整数。${WANTED[kind]}。`);
  return { ok: true, value: value === 0 ? 0 : value };
}

const WANTED = {
  count: "这一格应填不小于 0 的整数（件数）",
  change: "这一格应填整数，增加填正数、减少填负数",
  amount: "这一格应填不小于 0 的金额，单位万元",
} as const satisfies Record<CellKind, string>;

function refuse(problem: string): Typed {
  return { ok: false, problem: `${problem}${KEPT}` };
}

/** A figure with its unit is easily put right, above all yuan where ten thousands of them are wanted. */
function explainUnit(figure: string, unit: string, kind: CellKind): string {
  if (kind !== "amount") return `只填数字，不带“${unit}”。`;
  const inWan = { 元: 0.0001, 万元: 1, 亿元: 10_000 }[unit];
  if (inWan === undefined) return `只填数字，不带“${unit}”；这一格是金额，单位万元。`;
  const value = Number(figure.replaceAll(",", "")) * inWan;
  return Number.isFinite(value)
    ? `单位是万元，只填数字：${figure}${unit}应填 ${Number(value.toPrecision(12))}。`
    : `单位是万元，只填数字。`;
}

function shorten(text: string): string {
  const line = text.trim();
  return line.length > 16 ? `${line.slice(0, 16)}…` : line;
}
