import type { ItemImportPage } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { organPath } from "../../../lib/feature.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";

type Draft = ItemImportPage["drafts"][number];

interface OutcomeProps {
  readonly agency: string;
  readonly page: ItemImportPage;
  readonly refusedSheet: string;
}

/** What became of the rows: what is public, what waits as a draft, what was left out. */
export function Outcome({ agency, page: { import: record, drafts }, refusedSheet }: OutcomeProps) {
  const { imported, refused, drafts: held, review } = record;
  return (
    <>
      <section className="panel" aria-labelledby="outcome-title">
        <h2 id="outcome-title">结果</h2>
        <dl className="facts">
          <dt>移入</dt>
          <dd>{imported} 条</dd>
          <dt>转为草稿</dt>
          <dd>{held === 0 ? "没有" : `移入时 ${held} 条，筛查发现问题，没有公开`}</dd>
          <dt>未移入</dt>
          <dd>
            {refused} 行{" "}
            {refused === 0 ? null : (
              <a href={refusedSheet} download>
                下载未移入的行（xlsx）
              </a>
            )}
          </dd>
          {review === null ? null : (
            <>
              <dt>原审查情况</dt>
              <dd>{review}</dd>
            </>
          )}
        </dl>
      </section>
      {drafts.length === 0 ? null : (
        <section className="panel" aria-labelledby="drafts-title">
          <h2 id="drafts-title">等待审查的草稿</h2>
          <ListTable caption="等待审查的草稿" columns={columnsOf(agency)} rows={drafts} keyOf={({ item }) => item} empty={null} />
        </section>
      )}
    </>
  );
}

function columnsOf(agency: string): readonly Column<Draft>[] {
  return [
    { key: "row", title: "行", narrow: true, show: ({ row }) => `第 ${row} 行` },
    { key: "title", title: "标题", show: ({ item, title }) => <Link to={organPath(agency, `disclosures/${item}`)}>{title}</Link> },
  ];
}
