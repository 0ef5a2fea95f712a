import type { CellKind } from "../editions/form.ts";
import { EDITIONS } from "../editions/index.ts";
import type { EditionId } from "../report.ts";
import { FORMS2 } from "./table2.ts";
import { formRows3 } from "./table3.ts";
import { NUMBERS4 } from "./table4.ts";
import type { Mark } from "./vocabulary.ts";

/** Before table 2, in a table, behind the last figure of table 4, past the end of table 4. */
export type Stage = "before" | "second" | "third" | "fourth" | "behind" | "after";

/** A row of the form: its cells' numbers and kinds. */
export interface Row {
  readonly numbers: readonly number[];
  readonly kinds: readonly CellKind[];
}

/** The rows of each table in their order. */
export type Rows = Readonly<Record<Stage, readonly Row[]>>;

function rowsOf(edition: EditionId): Rows {
  const counts = (numbers: readonly number[]): Row => ({ numbers, kinds: numbers.map(() => "count") });
  const second = FORMS2[edition].rows.map(({ columns }) => ({
    numbers: columns.map(({ number }) => number),
    kinds: columns.map(({ kind }) => kind),
  }));
  const third = formRows3(edition).rows.map(({ numbers }) => counts(numbers));
  return { before: [], second, third, fourth: [counts(NUMBERS4)], behind: [], after: [] };
}

/** The rows by edition. */
export const ROWS: Readonly<Record<EditionId, Rows>> = { "2019": rowsOf("2019"), "2021": rowsOf("2021") };

/** The label that tells the edition of table 3; other spellings of it are left to a closer look. */
export const TELLING_LABEL: Readonly<Record<EditionId, RegExp>> = { "2019": /^其他处理$/, "2021": /逾期不补正/ };

/** Its row. */
export const TELLING_ROW: Readonly<Record<EditionId, string>> = { "2019": "otherHandling", "2021": "otherHandling.uncorrected" };

/** Whether one of the marks is of this kind. */
export function has(marks: readonly Mark[], kind: Mark["kind"]): boolean {
  for (const mark of marks) if (mark.kind === kind) return true;
  return false;
}

export function beginsTable2(mark: Mark): boolean {
  return mark.kind === "block2" || mark.kind === "row2" || (mark.kind === "head" && mark.table === 2);
}

export function isOfTable2(mark: Mark): boolean {
  return mark.kind === "block2" || mark.kind === "column2" || (mark.kind === "head" && mark.table === 2);
}

export function isOfTable3(mark: Mark): boolean {
  return mark.kind === "column3" || mark.kind === "group3" || mark.kind === "row3" || (mark.kind === "head" && mark.table === 3);
}

export function beginsTable4(mark: Mark): boolean {
  if (mark.kind === "column4") return mark.id !== "total" && mark.id !== "other";
  return mark.kind === "group4" || (mark.kind === "head" && mark.table === 4);
}

/**
 * Where a column stands among those of its table, by its id: 自然人 and 总计 may stand a line higher than those between. A column that
 * is alone in its block in 2021 has neighbours in 2019, and keeps its place among them.
 */
const PLACES: ReadonlyMap<string, number> = new Map(
  [EDITIONS["2021"], EDITIONS["2019"]].flatMap(({ table2, table3, table4 }) => [
    ...table2.flatMap(({ columns }) => columns.map(({ id }, place) => [`column2 ${id}`, place] as const)),
    ...table3.columns.slice(1, -1).map(({ id }, place) => [`column3 ${id}`, place] as const),
    ...table4.flatMap(({ columns }) => columns.map(({ id }, place) => [`column4 ${id}`, place] as const)),
  ]),
);

/** The place of a column among its neighbours in the form, or -1. */
export function placeOf(marks: readonly Mark[], kind: "column2" | "column3" | "column4"): number {
  const mark = marks.find((found) => found.kind === kind);
  return mark && "id" in mark ? (PLACES.get(`${kind} ${mark.id}`) ?? -1) : -1;
}
