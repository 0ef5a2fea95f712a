import type { FormTable } from "@gongkai/annual-report";
import { nameCell } from "@gongkai/annual-report";
import { Link } from "@tanstack/react-router";
import { organPath } from "../../../lib/feature.ts";
import { linkOfCell } from "../cell-link.ts";

interface FigureTableProps {
  readonly agency: string;
  readonly year: number;
  readonly caption: string;
  readonly table: FormTable;
  readonly cells: Readonly<Record<string, number | null>>;
  /** Figures as published that are others now. */
  readonly published: ReadonlyMap<string, number>;
}

/** One table of the form in its official layout; every figure leads to its cases, a changed one shows what was published. */
export function FigureTable({ agency, year, caption, table, cells, published }: FigureTableProps) {
  return (
    <div className="figure-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={`figure-table figure-table-${table.table}`}>
        <caption className="visually-hidden">{caption}</caption>
        <tbody>
          {table.rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the rows of a form never change places
            <tr key={index}>
              {row.map(({ text, key, columnSpan, rowSpan }, place) =>
                key === undefined ? (
                  <th key={`${text}-${place}`} colSpan={columnSpan} rowSpan={rowSpan} scope={scopeOf(row, columnSpan, rowSpan)}>
                    {text}
                  </th>
                ) : (
                  <td key={key} colSpan={columnSpan} className={published.has(key) ? "figure-changed" : undefined}>
                    <Figure agency={agency} year={year} cell={key} value={cells[key] ?? undefined} published={published.get(key)} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function scopeOf(row: FormTable["rows"][number], columnSpan: number, rowSpan: number): "col" | "colgroup" | "row" | "rowgroup" {
  if (row.some(({ key }) => key !== undefined)) return rowSpan > 1 ? "rowgroup" : "row";
  return columnSpan > 1 ? "colgroup" : "col";
}

interface FigureProps {
  readonly agency: string;
  readonly year: number;
  readonly cell: string;
  readonly value: number | undefined;
  readonly published: number | undefined;
}

function Figure({ agency, year, cell, value = 0, published }: FigureProps) {
  const link = linkOfCell(cell, year);
  const said = published === undefined ? "" : `，公布时为 ${published}`;
  return (
    <>
      {link === undefined ? (
        value
      ) : (
        <Link
          to={organPath(agency, link.path)}
          search={link.search}
          aria-label={`${nameCell(cell)}：${value}${said}，查看案件`}
          className={value === 0 ? "figure-zero" : undefined}
        >
          {value}
        </Link>
      )}
      {published === undefined ? null : <small>公布 {published}</small>}
    </>
  );
}
