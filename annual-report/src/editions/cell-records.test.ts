import { expect, test } from "vitest";
import { CELL_RECORDS } from "./cell-records.ts";
import { EDITIONS } from "./index.ts";

test.each(Object.values(EDITIONS))(
  "the record of $id holds its cells in their order (else run `node tools/write-cell-records.ts`)",
  ({ id, cells }) => {
    const keys = cells.map(({ key }) => key);
    expect(Object.entries(CELL_RECORDS[id](keys))).toEqual(keys.map((key) => [key, key]));
  },
);
