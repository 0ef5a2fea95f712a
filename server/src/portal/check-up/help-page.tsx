import { EDITIONS, type EditionId } from "@gongkai/annual-report";
import { HELP, listHelpIds } from "@gongkai/annual-report/help";
import { type AssetAddresses, PageLayout } from "../components/page-layout/page-layout.tsx";

const TABLES = [
  { prefix: "t2.", heading: "表二：主动公开政府信息情况" },
  { prefix: "t3.", heading: "表三：收到和处理政府信息公开申请情况" },
  { prefix: "t4.", heading: "表四：政府信息公开行政复议、行政诉讼情况" },
];

/** How every row and column of an edition is to be filled, as a page to be read, searched and printed. */
export function HelpPage({ assets, edition }: { assets: AssetAddresses; edition: EditionId }) {
  const labels = labelsOf(edition);
  const ids = listHelpIds(edition);
  const other = edition === "2021" ? "2019" : "2021";
  return (
    <PageLayout
      title={`年度报告填报说明（${edition} 年版） - 公开`}
      description="政府信息公开工作年度报告三张表每一行、每一栏的填报口径、依据条款和常见错误。"
      assets={assets}
      withScript
      section="help"
      trail={[{ name: "年报体检", href: "/check-up" }]}
      address={`/check-up/help?edition=${edition}`}
    >
      <h1>年度报告填报说明（{edition} 年版）</h1>
      <p>
        版式依据：{EDITIONS[edition].instrument}
        。条款指《中华人民共和国政府信息公开条例》（国务院令第711号）。标“通行做法”的是各地惯常做法，不是条文规定。另见{" "}
        <a href={`/check-up/help?edition=${other}`}>{other} 年版</a>。
      </p>
      {TABLES.map(({ prefix, heading }) => (
        <section>
          <h2>{heading}</h2>
          <dl class="help-page">
            {ids
              .filter((id) => id.startsWith(prefix))
              .map((id) => {
                const entry = HELP[edition][id];
                return entry === undefined ? null : (
                  <div id={id.replaceAll(".", "-")}>
                    <dt>
                      {labels.get(id) ?? id}
                      {entry.article === undefined ? "" : `（${entry.article}）`}
                    </dt>
                    <dd>{entry.counts}</dd>
                    {entry.practice === undefined ? null : <dd>通行做法：{entry.practice}</dd>}
                    <dd>常见错误：{entry.mistakes.join("")}</dd>
                  </div>
                );
              })}
          </dl>
        </section>
      ))}
    </PageLayout>
  );
}

function labelsOf(edition: EditionId): ReadonlyMap<string, string> {
  const { table2, table3, table4 } = EDITIONS[edition];
  return new Map([
    ...table2.flatMap((block) => [
      ...block.rows.map((row) => [row.id, row.label] as const),
      ...block.columns.map((column) => [`t2.column.${column.id}`, `栏目“${column.label}”`] as const),
    ]),
    ...table3.rows.map((row) => [`t3.${row.id}`, `${row.groups.slice(1).join("")}${row.label}`] as const),
    ...table3.columns.map((column) => [`t3.column.${column.id}`, `栏目“${column.label}”`] as const),
    ...table4.flatMap((group) => [
      [group.id, group.label] as const,
      ...group.columns.map((column) => [`t4.column.${column.id}`, `栏目“${column.label}”`] as const),
    ]),
  ]);
}
