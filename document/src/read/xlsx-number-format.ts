import { formatDate } from "./xlsx-date-format.ts";

/** Format codes the file does not spell out because every program knows them, by number; the dates as in Chinese Excel. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "yyyy/m/d",
  16: "m/d",
  17: "yyyy/m",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "h:mm:ss",
  47: "mm:ss",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? "General";
}

/**
 * A stored number as the sheet shows it. Where the format would hide the number (zeros shown as nothing or as a dash),
 * the number is given all the same: what is recorded counts, and a zero must not turn into a blank.
 */
export function formatValue(value: number, code: string, is1904: boolean): string {
  if (code === "General") return general(value);
  const plain = code
    .replace(/\[[^\]]*\]/g, "")
    .replace(/_./g, "")
    .replace(/\*./g, "");
  const sections = splitSections(plain);
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? "";
  if (isDate(section)) return formatDate(value, section, is1904) ?? general(value);
  const bare = withoutLiterals(section);
  if (/general/i.test(bare)) {
    const [before = "", after = ""] = section.split(/general/i);
    return literal(before) + general(value) + literal(after);
  }
  if (!/[0#?]/.test(bare) || /[eE][+-]|\//.test(bare)) return general(value);
  return formatDecimal(value, section, bare);
}

/** General format: whole numbers in full, nine decimals at most, no binary rounding dust. */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const wholeDigits = Math.trunc(Math.abs(value)).toFixed(0).length;
  const rounded = Number(value.toPrecision(Math.min(15, wholeDigits + 9)));
  const text = String(rounded);
  return /e/i.test(text) && Math.abs(rounded) < 1 && Math.abs(rounded) > 1e-9 ? rounded.toFixed(15).replace(/0+$/, "") : text;
}

function formatDecimal(value: number, section: string, bare: string): string {
  const digits = /[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+/.exec(bare)?.[0] ?? "0";
  const [whole = "", fraction = ""] = digits.replace(/,+$/, "").split(".");
  const thousands = /,*$/.exec(digits)?.[0].length ?? 0;
  const scaled = (Math.abs(value) * (bare.includes("%") ? 100 : 1)) / 1000 ** thousands;
  const least = (fraction.match(/0/g) ?? []).length;
  let [integer = "0", decimals = ""] = fixed(scaled, fraction.length).split(".");
  while (decimals.length > least && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  integer = integer.padStart((whole.match(/0/g) ?? []).length, "0");
  if (whole.includes(",")) integer = integer.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const number = decimals === "" ? integer : `${integer}.${decimals}`;
  const [before, after] = aroundDigits(section);
  const isNegative = value < 0 && /[1-9]/.test(number);
  // A negative section draws its own sign, often brackets; a minus says the same and cannot be misread.
  return `${isNegative ? "-" : ""}${literal(before).replace(/^[-(（]/, "")}${number}${literal(after).replace(/[)）]$/, value < 0 ? "" : "$&")}`;
}

/** Rounds decimally: 1.005 is stored a little below itself, yet shows as 1.01. */
function fixed(value: number, places: number): string {
  const count = Math.min(places, 15);
  return Number(`${Math.round(Number(`${value.toPrecision(15)}e${count}`))}e-${count}`).toFixed(count);
}

function aroundDigits(section: string): [before: string, after: string] {
  const isLiteral = literalMask(section);
  let first = -1;
  let last = -1;
  [...section].forEach((sign, index) => {
    if (isLiteral[index] === true || !/[0#?.,]/.test(sign)) return;
    if (first < 0) first = index;
    last = index;
  });
  return [section.slice(0, Math.max(0, first)), section.slice(last + 1)];
}

function literalMask(section: string): boolean[] {
  let quoted = false;
  let escaped = false;
  return [...section].map((sign) => {
    if (escaped) {
      escaped = false;
      return true;
    }
    if (sign === '"') {
      quoted = !quoted;
      return true;
    }
    if (!quoted && sign === "\\") escaped = true;
    return quoted || escaped;
  });
}

function splitSections(code: string): string[] {
  const mask = literalMask(code);
  const sections = [""];
  [...code].forEach((sign, index) => {
    if (sign === ";" && mask[index] === false) sections.push("");
    else sections[sections.length - 1] += sign;
  });
  return sections;
}

function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"|\\./g, "");
}

function literal(text: string): string {
  return text.replace(/["\\@]/g, "");
}

function isDate(section: string): boolean {
  const bare = withoutLiterals(section);
  return /[ymdhs]/i.test(bare) && !/general|[0#?]/i.test(bare.replace(/s\.0+/gi, ""));
}
