import { type CellKey, EDITIONS, type Finding, type Report } from "@gongkai/annual-report";
import { describeCell, SEVERITY_MARKS } from "../components/form-table/describe-cell.ts";
import { layOutTables, type ShownCell, type ShownTable } from "../components/form-table/lay-out-tables.ts";

/** The element a finding links to. */
export function cellAnchor(key: CellKey): string {
  return `cell-${key.replaceAll(".", "-")}`;
}

export interface ReportTableProps {
  readonly report: Report;
  readonly id: "table2" | "table3" | "table4";
  readonly findings?: readonly Finding[];
  /** The id of the heading that names the table. */
  readonly headingId: string;
  readonly caption: string;
}

/** One table of the official form with its spans; what is blank, missing or doubtful bears a mark, not only a colour. */
export function ReportTable({ report, id, findings = [], headingId, caption }: ReportTableProps) {
  const table = layOutTables(EDITIONS[report.edition ?? "2021"]).find((one) => one.id === id);
  if (table === undefined) return null;
  const byCell = (key: CellKey) => findings.filter((finding) => finding.cells.includes(key));
  return (
    <div class="form-table" role="region" aria-labelledby={headingId} tabIndex={0}>
      <table class={`form-table__table form-table__table--${id}`}>
        <caption class="visually-hidden">{caption}</caption>
        {table.parts.map((part) => {
          const rows = part.rows.map((row) => (
            <tr>
              {row.map((cell) =>
                cell.key === undefined ? (
                  <Label cell={cell} table={table} />
                ) : (
                  <Figure report={report} cell={cell} cellKey={cell.key} findings={byCell(cell.key)} />
                ),
              )}
            </tr>
          ));
          return part.isHead ? <thead>{rows}</thead> : <tbody>{rows}</tbody>;
        })}
      </table>
    </div>
  );
}

function Label({ cell, table }: { cell: ShownCell; table: ShownTable }) {
  const sticky = cell.column < table.labelColumns && cell.columnSpan <= table.labelColumns;
  const classes = [
    "form-table__header",
    `form-table__header--${cell.scope ?? "col"}`,
    sticky ? `form-table__header--sticky form-table__header--at-${cell.column}` : "",
  ];
  return (
    <th class={classes.filter(Boolean).join(" ")} scope={cell.scope} colSpan={spanOf(cell.columnSpan)} rowSpan={spanOf(cell.rowSpan)}>
      <span>{cell.text}</span>
    </th>
  );
}

function Figure({ report, cell, cellKey, findings }: { report: Report; cell: ShownCell; cellKey: CellKey; findings: readonly Finding[] }) {
  const { shown, state, severity, isInvolved, spoken } = describeCell(report, cellKey, findings);
  const classes = ["figure", `figure--${state}`, severity === undefined ? "" : `figure--${severity}`, isInvolved ? "figure--involved" : ""]
    .filter(Boolean)
    .join(" ");
  // The plain case is nine cells in ten: nothing but the figure.
  if (state === "seen" && findings.length === 0)
    return (
      <td class={classes} colSpan={spanOf(cell.columnSpan)} id={cellAnchor(cellKey)}>
        {shown}
      </td>
    );
  return (
    <td class={classes} colSpan={spanOf(cell.columnSpan)} id={cellAnchor(cellKey)}>
      <span aria-hidden="true">
        <span class="figure__value">{shown}</span>
        {severity === undefined ? null : <span class="figure__mark">{SEVERITY_MARKS[severity]}</span>}
      </span>
      <span class="visually-hidden">{spoken.slice(spoken.indexOf("：") + 1)}</span>
    </td>
  );
}

function spanOf(span: number): number | undefined {
  return span > 1 ? span : undefined;
}
