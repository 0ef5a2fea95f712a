import { CORNER_NOTE } from "../editions/both-editions.ts";
import type { Block2, Edition, Group4, Table3 } from "../editions/form.ts";
import { type FormTable, type FormTableCell, labelCell, type PrintCell, valueCell } from "./form-table.ts";
import { APPLICANTS, INFORMATION_CONTENT, ORGANISATIONS } from "./form-words.ts";

/** Tables 2, 3 and 4 of an edition with the heads, spans and order of the official form. */
export function composeTables(edition: Edition, print: PrintCell): readonly [FormTable, FormTable, FormTable] {
  return [
    { table: 2, rows: composeTable2(edition.table2, print) },
    { table: 3, rows: composeTable3(edition.table3, print) },
    { table: 4, rows: composeTable4(edition.table4, print) },
  ];
}

/** One head row over the whole width per block, then its column labels and rows; the last column fills the rest of the row. */
function composeTable2(blocks: readonly Block2[], print: PrintCell): FormTableCell[][] {
  const width = 1 + Math.max(...blocks.map((block) => block.columns.length));
  return blocks.flatMap((block) => {
    const last = block.columns.length - 1;
    const spanOf = (index: number) => (index === last ? width - 1 - last : 1);
    return [
      [labelCell(block.label, width)],
      [labelCell(INFORMATION_CONTENT), ...block.columns.map((column, index) => labelCell(column.label, spanOf(index)))],
      ...block.rows.map((row) => [
        labelCell(row.label),
        ...block.columns.map((column, index) => valueCell(`${row.id}.${column.id}`, print, spanOf(index))),
      ]),
    ];
  });
}

/** Three head rows; group labels stand merged to the left of their rows. */
function composeTable3(table: Table3, print: PrintCell): FormTableCell[][] {
  const labelWidth = 1 + Math.max(...table.rows.map((row) => row.groups.length));
  const first = table.columns.slice(0, 1);
  const organisations = table.columns.slice(1, -1);
  const total = table.columns.slice(-1);
  const standing = (columns: Table3["columns"]) => columns.map((column) => labelCell(column.label, 1, 2));
  return [
    [labelCell(CORNER_NOTE, labelWidth, 3), labelCell(APPLICANTS, table.columns.length)],
    [...standing(first), labelCell(ORGANISATIONS, organisations.length), ...standing(total)],
    organisations.map((column) => labelCell(column.label)),
    ...table.rows.map((row, index) => [
      ...row.groups.flatMap((group, depth) =>
        sharesGroup(table, index - 1, index, depth) ? [] : [labelCell(group, 1, countGroupRows(table, index, depth))],
      ),
      labelCell(row.label, labelWidth - row.groups.length),
      ...table.columns.map((column) => valueCell(`t3.${row.id}.${column.id}`, print)),
    ]),
  ];
}

/** True when both rows stand under the same group, counted from the outermost group to `depth`. */
function sharesGroup(table: Table3, one: number, other: number, depth: number): boolean {
  const groups = table.rows[one]?.groups;
  const others = table.rows[other]?.groups;
  if (groups === undefined || others === undefined || groups.length <= depth || others.length <= depth) return false;
  return groups.slice(0, depth + 1).every((group, level) => group === others[level]);
}

function countGroupRows(table: Table3, from: number, depth: number): number {
  let end = from + 1;
  while (sharesGroup(table, from, end, depth)) end++;
  return end - from;
}

/** Two or three head rows and one row of figures. A group that is its own parent needs no head row of its own. */
function composeTable4(groups: readonly Group4[], print: PrintCell): FormTableCell[][] {
  const parents = [...new Set(groups.map((group) => group.parent))];
  const isAlone = (group: Group4) => group.label === group.parent;
  return [
    parents.map((parent) =>
      labelCell(
        parent,
        groups.filter((group) => group.parent === parent).reduce((sum, group) => sum + group.columns.length, 0),
      ),
    ),
    groups.flatMap((group) =>
      isAlone(group) ? group.columns.map((column) => labelCell(column.label, 1, 2)) : [labelCell(group.label, group.columns.length)],
    ),
    groups.filter((group) => !isAlone(group)).flatMap((group) => group.columns.map((column) => labelCell(column.label))),
    groups.flatMap((group) => group.columns.map((column) => valueCell(`${group.id}.${column.id}`, print))),
  ];
}
