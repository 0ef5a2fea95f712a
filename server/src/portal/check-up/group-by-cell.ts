import type { CellKey, Finding } from "@gongkai/annual-report";

/** Which findings speak of a cell. */
export function groupByCell(findings: readonly Finding[]): ReadonlyMap<CellKey, readonly Finding[]> {
  const byCell = new Map<CellKey, Finding[]>();
  for (const finding of findings)
    for (const key of finding.cells) {
      const known = byCell.get(key);
      if (known === undefined) byCell.set(key, [finding]);
      else known.push(finding);
    }
  return byCell;
}
