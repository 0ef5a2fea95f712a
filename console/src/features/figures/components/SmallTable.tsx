import type { ReactNode } from "react";
import type { Column } from "../../../ui/ListTable.tsx";

interface SmallTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty: ReactNode;
}

/** A few narrow columns of figures beside a chart: a table also where longer lists become cards. */
export function SmallTable<Row>({ caption, columns, rows, keyOf, empty }: SmallTableProps<Row>) {
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    <table className="small-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, show }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  {show(row)}
                </th>
              ) : (
                <td key={key}>{show(row)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
