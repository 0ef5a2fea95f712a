import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Column, ListTable, sortRows } from "./ListTable.tsx";

interface Row {
  readonly name: string;
  readonly days: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", title: "姓名", order: ({ name }) => name, show: ({ name }) => name },
  { key: "days", title: "天数", order: ({ days }) => days, show: ({ days }) => days },
];
const ROWS: readonly Row[] = [
  { name: "赵", days: 10 },
  { name: "安", days: 9 },
  { name: "李", days: -1 },
];
const order = (sort: string) => sortRows(ROWS, COLUMNS, sort).map(({ name }) => name);

describe("a list", () => {
  test("sorts Chinese by its sound and numbers by their size, either way", () => {
    expect(order("name")).toEqual(["安", "李", "赵"]);
    expect(order("-name")).toEqual(["赵", "李", "安"]);
    expect(order("days")).toEqual(["李", "安", "赵"]);
  });

  test("stays as it is under an order nobody offers", () => {
    expect(order("password")).toEqual(["赵", "安", "李"]);
  });

  test("says which column it is sorted by, and names each value for narrow screens", () => {
    const html = renderToString(
      <ListTable caption="人员" columns={COLUMNS} rows={ROWS} keyOf={({ name }) => name} sort="-days" onSort={() => {}} empty="没有" />,
    );
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain('<caption class="visually-hidden">人员</caption>');
    expect(html).toContain('data-label="天数"');
  });

  test("without rows it says what to do instead of showing an empty table", () => {
    const html = renderToString(
      <ListTable caption="人员" columns={COLUMNS} rows={[]} keyOf={({ name }) => name} empty={<p>请先添加人员。</p>} />,
    );
    expect(html).toContain("请先添加人员。");
    expect(html).not.toContain("<table");
  });
});
