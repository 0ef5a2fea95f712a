import type { PageTable } from "./page-table.ts";
import type { TextLine } from "./text-lines.ts";

export function findBorderlessTables(lines: readonly TextLine[], _page: number): { tables: PageTable[]; rest: readonly TextLine[] } {
  return { tables: [], rest: lines };
}
