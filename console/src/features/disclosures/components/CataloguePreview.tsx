import type { CataloguePreview as Preview } from "@gongkai/server/contract";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";

type Row = Preview["rows"][number];

const MARKS = {
  added: ["fine", "增加"],
  changed: ["notice", "更新"],
  same: ["plain", "没有变化"],
  refused: ["error", "不导入"],
} as const satisfies Record<Row["what"], readonly [string, string]>;
/** A catalogue may have a thousand rows; the rest is counted. */
const MOST_SHOWN = 100;

const COLUMNS: readonly Column<Row>[] = [
  { key: "what", title: "处理", narrow: true, show: ({ what }) => <Mark tone={MARKS[what][0]}>{MARKS[what][1]}</Mark> },
  {
    key: "name",
    title: "公开事项",
    show: ({ row, name, subItem, statutory }) => (
      <>
        {subItem === "" ? name : `${name}：${subItem}`}
        <small>
          第 {row} 行，归入 {statutory}
        </small>
      </>
    ),
  },
  { key: "limit", title: "公开时限", narrow: true, show: ({ limitWords }) => limitWords },
];

/** What an import would do with each row, and what is wrong. */
export function CataloguePreview({ preview: { rows, problems } }: { readonly preview: Preview }) {
  const count = (what: Row["what"]) => rows.filter((row) => row.what === what).length;
  return (
    <section aria-label="核对">
      <h3>请核对，还没有导入</h3>
      <p role="status">
        增加 {count("added")} 条，更新 {count("changed")} 条，没有变化 {count("same")} 条，不导入 {count("refused")} 条。
      </p>
      <ProblemList problems={problems} />
      <div className="import-preview" role="region" aria-label="读到的条目" tabIndex={0}>
        <ListTable
          caption="读到的条目"
          columns={COLUMNS}
          rows={rows.slice(0, MOST_SHOWN)}
          keyOf={({ row }) => String(row)}
          empty={<p>表格中没有条目。</p>}
        />
      </div>
      {rows.length > MOST_SHOWN ? <p>另有 {rows.length - MOST_SHOWN} 条没有列出。</p> : null}
    </section>
  );
}

/** What is wrong with which row. */
export function ProblemList({ problems }: Pick<Preview, "problems">) {
  if (problems.length === 0) return null;
  return (
    <ul className="hint-list">
      {problems.map(({ row, message }, index) => (
        <li key={`${row}-${index}`}>
          第 {row} 行：{message}
        </li>
      ))}
    </ul>
  );
}
