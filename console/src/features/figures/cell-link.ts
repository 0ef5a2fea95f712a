/** Where the cases behind a cell are listed: page and filters. */
export interface CellLink {
  readonly path: "applications" | "remedies" | "normative";
  readonly search: Readonly<Record<string, string | number>>;
}

/** The cases behind a cell of tables 3 or 4, e.g. `t3.denied.secret.natural` or `t4.reconsideration.upheld`; of table 2 the register. */
export function linkOfCell(cell: string, year: number): CellLink | undefined {
  const [table, ...rest] = cell.split(".");
  const column = rest.at(-1) ?? "";
  const row = rest.slice(0, -1).join(".");
  if (table === "t3") return { path: "applications", search: { year, row, ...(column === "total" ? {} : { applicantKind: column }) } };
  if (table === "t4") return { path: "remedies", search: { year, kind: row, result: column } };
  if (table === "t2" && (row === "rules" || row === "normative")) {
    return { path: "normative", search: { normative: row, ...(column === "effective" ? { validity: "effective" } : {}) } };
  }
  return undefined;
}
