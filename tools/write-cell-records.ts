import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EDITIONS } from "../annual-report/src/editions/index.ts";

/** `node tools/write-cell-records.ts`: writes the records of the editions' cells anew, from the editions. */
const file = join(import.meta.dirname, "../annual-report/src/editions/cell-records.ts");

const HEAD = `// Written by \`node tools/write-cell-records.ts\` from the editions. Do not edit.
/* oxlint-disable max-lines -- as long as the form has cells */
import type { CellKey, EditionId } from "../report.ts";

type MakeRecord = <T>(values: readonly T[]) => Record<CellKey, T | undefined>;

/**
 * A record of all cells of an edition, from their values in the order of \`Edition.cells\`. An object whose names are written out is
 * made in a tenth of the time that two hundred names take one by one, and reading a report makes two of them.
 */
export const CELL_RECORDS: Readonly<Record<EditionId, MakeRecord>> = {
`;

const records = Object.values(EDITIONS).map(({ id, cells }) => {
  const entries = cells.map(({ key }, index) => `    "${key}": values[${index}],\n`);
  return `  "${id}": (values) => ({\n${entries.join("")}  }),\n`;
});
writeFileSync(file, `${HEAD}${records.join("")}};\n`);
