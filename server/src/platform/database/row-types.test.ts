import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeTables } from "./describe-tables.ts";
import { renderRowTypes } from "./render-row-types.ts";
import { aDatabase } from "./testing.ts";

const tables = await describeTables(await aDatabase());

test("row-types.ts is what the migrated database gives (else run `node tools/write-row-types.ts`)", () => {
  expect(readFileSync(join(import.meta.dirname, "row-types.ts"), "utf8")).toBe(renderRowTypes(tables));
});

test("every table and every column says what it holds", () => {
  const silent = tables.flatMap(({ name, comment, columns }) => [
    ...(comment === null ? [name] : []),
    ...columns.filter((column) => column.comment === null).map((column) => `${name}.${column.name}`),
  ]);
  expect(silent).toEqual([]);
});
