import { EDITIONS } from "../editions/index.ts";

/** The labels of the rows of tables 2 and 3 of all editions, each with its number. */
export const ROW_LABELS: ReadonlySet<string> = new Set(
  Object.values(EDITIONS).flatMap(({ table2, table3 }) => [
    ...table2.flatMap(({ rows }) => rows.map(({ label }) => label)),
    ...table3.rows.map(({ label }) => label),
  ]),
);

/** The other labels of the tables: those of columns, and of what several rows or columns have in common. */
export const OTHER_LABELS: ReadonlySet<string> = new Set([
  "信息内容",
  "申请人情况",
  "法人或其他组织",
  ...Object.values(EDITIONS).flatMap(({ table2, table3, table4 }) => [
    ...table2.flatMap(({ label, columns }) => [label, ...columns.map((column) => column.label)]),
    ...table3.rows.flatMap(({ groups }) => groups),
    ...table3.columns.map(({ label }) => label),
    ...table4.flatMap(({ label, parent, columns }) => [label, parent, ...columns.map((column) => column.label)]),
  ]),
]);
