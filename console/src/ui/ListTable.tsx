import type { ReactNode } from "react";

/** A column of a list. With `order` its heading sorts. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** What the rows are put in order by. */
  readonly order?: (row: Row) => string | number;
  /** Narrow columns do not break their lines. */
  readonly narrow?: boolean;
}

interface ListTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Column and direction, such as `name` or `-name`. */
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  readonly empty: ReactNode;
}

/** A list as a table; on a narrow screen every row becomes a card that names its values. */
export function ListTable<Row>({ caption, columns, rows, keyOf, sort, onSort, empty }: ListTableProps<Row>) {
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    <table className="list-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sortRows(rows, columns, sort).map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, title, show, narrow }) => (
              <td key={key} data-label={title} className={narrow === true ? "narrow" : undefined}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}) {
  const { key, title, order } = column;
  if (order === undefined || onSort === undefined) {
    return (
      <th scope="col" className="unsorted">
        {title}
      </th>
    );
  }
  const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined;
  return (
    <th scope="col" {...(direction === undefined ? {} : { "aria-sort": direction })}>
      <button type="button" className="sort" onClick={() => onSort(direction === "ascending" ? `-${key}` : key)}>
        {title}
        <span aria-hidden="true">{direction === "ascending" ? "▲" : direction === "descending" ? "▼" : "↕"}</span>
      </button>
    </th>
  );
}

const chinese = new Intl.Collator("zh-CN", { numeric: true });

/** The rows in the order of a column; an order nobody offers leaves them as they are. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string | undefined): readonly Row[] {
  const isDown = sort?.startsWith("-") === true;
  const order = columns.find(({ key }) => key === (isDown ? sort?.slice(1) : sort))?.order;
  if (order === undefined) return rows;
  const sorted = rows.toSorted((one, other) => compare(order(one), order(other)));
  return isDown ? sorted.toReversed() : sorted;
}

function compare(one: string | number, other: string | number): number {
  return typeof one === "number" && typeof other === "number" ? one - other : chinese.compare(String(one), String(other));
}
