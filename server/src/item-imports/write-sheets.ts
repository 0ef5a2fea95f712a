import { writeSheet } from "../platform/write-sheet.ts";
import { ITEM_FIELD_NAMES, ITEM_FIELDS } from "./fields.ts";
import type { RefusedRow } from "./queries.ts";

/** The rows that were left out, as they were handed in, with what is wrong at the end: to be mended and handed in again. */
export function writeRefusedRows(columns: readonly string[], rows: readonly RefusedRow[]): Uint8Array {
  return writeSheet({
    name: "未移入的行",
    headings: [...columns.map((text) => ({ text, width: 18 })), { text: "原行号", width: 8 }, { text: "问题", width: 60 }],
    rows: rows.map(({ row, cells, problems }) => [
      ...columns.map((_, index) => cells[index] ?? ""),
      row,
      problems.map(({ at, message }) => (at === "" ? message : `${at}：${message}`)).join("\n"),
    ]),
  });
}

/** An empty register with all columns the program knows. */
export function writeTemplate(): Uint8Array {
  return writeSheet({
    name: "信息目录清单",
    headings: ITEM_FIELD_NAMES.map((name) => ({ text: ITEM_FIELDS[name].label, width: name === "title" || name === "text" ? 40 : 14 })),
    rows: [],
  });
}
