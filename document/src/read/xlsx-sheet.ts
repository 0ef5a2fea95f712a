import { MOST_CELLS } from "./limits.ts";
import { scanXml } from "./scan-xml.ts";
import { formatValue } from "./xlsx-number-format.ts";
import type { CellStyle } from "./xlsx-styles.ts";

export interface SheetCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly bordered: boolean;
}

/** Rows and columns are counted from 0; ends belong to the range. */
export interface SheetRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet holds: only cells with text or a border, so that a sheet of a million empty rows costs nothing. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly SheetRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Formulas whose result the file does not hold. */
  readonly uncounted: number;
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
}

const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;
const MOST_MERGES = 100_000;

/** Reads one sheet; "too-large" when it holds more cells than any register has. */
export function readSheet(source: string, { strings, styles, is1904 }: SheetContext): Sheet | "damaged" | "too-large" {
  const rows = new Map<number, Map<number, SheetCell>>();
  const merges: SheetRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let uncounted = 0;
  let lostStrings = 0;
  let count = 0;
  let row = -1;
  let column = -1;
  let type = "n";
  let style: CellStyle | undefined;
  let value = "";
  let inline = "";
  let formula = "";
  let hasFormula = false;
  let into: "value" | "inline" | "formula" | undefined;

  const collect = (target: "value" | "inline" | "formula"): { open: () => void; close: () => void } => ({
    open: () => void (into = target),
    close: () => void (into = undefined),
  });

  const outcome = scanXml(
    source,
    {
      "x:col": {
        open(attributes) {
          if (!isTrue(attributes.get("hidden"))) return;
          const last = Math.min(LAST_COLUMN, Number(attributes.get("max")) - 1);
          for (let at = Math.max(0, Number(attributes.get("min")) - 1); at <= last; at++) hiddenColumns.add(at);
        },
      },
      "x:row": {
        open(attributes) {
          const number = Number(attributes.get("r") ?? row + 2);
          row = Number.isInteger(number) && number > 0 ? Math.min(LAST_ROW, number - 1) : row + 1;
          column = -1;
          if (isTrue(attributes.get("hidden")) && hiddenRows.size < MOST_CELLS) hiddenRows.add(row);
        },
      },
      "x:c": {
        open(attributes) {
          const at = parseReference(attributes.get("r") ?? "");
          column = at?.column ?? column + 1;
          if (at !== undefined) row = at.row;
          type = attributes.get("t") ?? "n";
          style = styles[Number(attributes.get("s") ?? 0)];
          value = inline = formula = "";
          hasFormula = false;
          return count > MOST_CELLS ? "stop" : undefined;
        },
        close() {
          const cell = finishCell();
          if (cell.text === "" && !cell.bordered) return;
          count++;
          const cells = rows.get(row) ?? new Map<number, SheetCell>();
          rows.set(row, cells);
          cells.set(column, cell);
        },
      },
      "x:v": collect("value"),
      "x:f": {
        open() {
          hasFormula = true;
          into = "formula";
        },
        close: () => void (into = undefined),
      },
      "x:t": collect("inline"),
      "x:rPh": { skip: true },
      "x:extLst": { skip: true },
      "x:mergeCell": {
        open(attributes) {
          const range = parseRange(attributes.get("ref") ?? "");
          if (range !== undefined) merges.push(range);
          return merges.length > MOST_MERGES ? "stop" : undefined;
        },
      },
    },
    (text) => {
      if (into === "value") value += text;
      else if (into === "inline") inline += text;
      else if (into === "formula") formula += text;
    },
  );

  function finishCell(): SheetCell {
    const bordered = style?.bordered ?? false;
    const number = type === "n" && value.trim() !== "" ? Number(value) : Number.NaN;
    if (Number.isFinite(number)) return { text: formatValue(number, style?.format ?? "General", is1904), isNumber: true, bordered };
    if (hasFormula && value === "" && type !== "str") {
      uncounted++;
      return { text: `=${formula}`, isNumber: true, bordered };
    }
    return { text: clean(textOfCell()), isNumber: false, bordered };
  }

  function textOfCell(): string {
    if (type === "s") return sharedString();
    if (type === "inlineStr") return inline;
    if (type === "b") return value.trim() === "" ? "" : value.trim() === "1" ? "TRUE" : "FALSE";
    return value;
  }

  function sharedString(): string {
    const text = value.trim() === "" ? "" : strings[Number(value)];
    if (text === undefined) lostStrings++;
    return text ?? "";
  }

  if (outcome === "damaged" || lostStrings > 0) return "damaged"; // a cell whose text is gone must not pass for an empty one
  if (outcome === "stopped") return "too-large";
  return { rows, merges, hiddenRows, hiddenColumns, uncounted };
}

/** Cell text without the escapes Excel writes for control characters (`_x000D_`) and without outer blanks. */
function clean(text: string): string {
  const plain = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return plain.replace(/\r\n?/g, "\n").trim();
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function parseReference(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row < 1 || row - 1 > LAST_ROW || column - 1 > LAST_COLUMN ? undefined : { row: row - 1, column: column - 1 };
}

function parseRange(text: string): SheetRange | undefined {
  const [first = "", last = ""] = text.split(":");
  const from = parseReference(first);
  const to = parseReference(last);
  if (from === undefined || to === undefined || to.row < from.row || to.column < from.column) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Name of a column, e.g. 27 → "AB". */
export function columnName(column: number): string {
  let rest = column + 1;
  let name = "";
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
