import { EDITIONS, type EditionId } from "@gongkai/annual-report";

type Cells = Readonly<Record<string, number | null>>;

/**
 * How many equations of each rule of arithmetic do not hold, worked out from the form alone: the bench's own
 * reckoning, so that the checker is not measured by itself. A blank counts as nothing.
 */
export function countBrokenEquations(edition: EditionId, cells: Cells): Map<string, number> {
  const { table3, table4 } = EDITIONS[edition];
  const value = (key: string) => cells[key] ?? 0;
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + value(key), 0);
  const broken = new Map<string, number>();
  const test = (rule: string, one: number, other: number) => {
    if (one !== other) broken.set(rule, (broken.get(rule) ?? 0) + 1);
  };
  const results = table3.rows.filter(({ groups, id }) => groups.length > 0 && id !== "total");
  for (const { id } of table3.rows) {
    test(
      "T3-3",
      sum(table3.columns.filter((column) => column.id !== "total").map((column) => `t3.${id}.${column.id}`)),
      value(`t3.${id}.total`),
    );
  }
  for (const { id } of table3.columns) {
    test(edition === "2019" ? "T3-2a" : "T3-2b", sum(results.map((row) => `t3.${row.id}.${id}`)), value(`t3.total.${id}`));
    test("T3-1", value(`t3.new.${id}`) + value(`t3.carriedIn.${id}`), value(`t3.total.${id}`) + value(`t3.carriedOut.${id}`));
  }
  for (const { id, columns } of table4) {
    test("T4-1", sum(columns.filter((column) => column.id !== "total").map((column) => `${id}.${column.id}`)), value(`${id}.total`));
  }
  return broken;
}
