import { EDITIONS } from "@gongkai/annual-report";
import type { RegionSum } from "../../library/index.ts";
import { DemoMark } from "./demo-mark.tsx";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";
import { Choice } from "./list-page.tsx";
import { ReportTable } from "./report-tables.tsx";

export interface RegionPageProps {
  readonly frame: PageFrame;
  readonly sum: RegionSum | undefined;
  /** As the visitor chose it; undefined: the edition most reports use. */
  readonly edition: string | undefined;
  readonly years: readonly number[];
  readonly regions: readonly string[];
  readonly levels: Readonly<Record<string, string>>;
}

/** The figures of one year added up over a region, and the list of what was added. */
export function RegionPage({ frame, sum, edition, years, regions, levels }: RegionPageProps) {
  const where = `${sum?.region ?? "全部地区"}${sum?.level === undefined ? "" : (levels[sum.level] ?? "")}`;
  return (
    <LibraryLayout
      frame={frame}
      title={sum === undefined ? "地区汇总" : `${where}${sum.year}年数据汇总`}
      description="把一个地区各机关同一年度、同一格式的年度报告逐格相加。"
      trail={[{ name: "年报库", href: "/reports" }]}
    >
      <h1>地区汇总</h1>
      <p class="lead">把各机关同一年度、同一格式的报告逐格相加。空白的单元格不当作 0。</p>
      <p>一级政府的报告可能已经汇总了所属部门和下级的数据；与部门报告一起相加会重复计算，请用“层级”分开汇总。</p>
      <form class="filter" method="get" action="/reports/region">
        <Choice name="year" label="年度" chosen={sum?.year} choices={years.map((year) => [String(year), `${year}年`])} none={null} />
        <Choice name="region" label="地区" chosen={sum?.region} choices={regions.map((region) => [region, region])} none="全部地区" />
        <Choice name="level" label="层级" chosen={sum?.level} choices={Object.entries(levels)} />
        <Choice
          name="edition"
          label="格式"
          chosen={edition}
          choices={[
            ["2021", "2021年版"],
            ["2019", "2019年版"],
          ]}
          none="该年度多数报告所用"
        />
        <p class="filter__actions">
          <button class="button" type="submit">
            汇总
          </button>
        </p>
      </form>
      {sum === undefined || sum.merged === undefined ? (
        <p class="empty">
          没有可以汇总的报告。请换一个年度、地区或格式。
          {sum !== undefined && sum.otherEdition.length > 0 ? `（另一种格式的报告有 ${sum.otherEdition.length} 份。）` : ""}
        </p>
      ) : (
        <Summed sum={sum} merged={sum.merged} where={where} />
      )}
    </LibraryLayout>
  );
}

function Summed({ sum, merged, where }: { sum: RegionSum; merged: NonNullable<RegionSum["merged"]>; where: string }) {
  return (
    <>
      <h2>
        {where}
        {sum.year}年：{sum.added.length} 份报告之和（{sum.edition}年版）
      </h2>
      {sum.otherEdition.length === 0 ? null : (
        <p class="note">
          另有 {sum.otherEdition.length} 份报告使用另一种格式，不能相加：{sum.otherEdition.map(({ organ }) => organ.name).join("、")}。
        </p>
      )}
      {sum.findings.map(({ message }) => (
        <p class="note">{message}</p>
      ))}
      {EDITIONS[sum.edition].sections.map(({ id, heading }) =>
        id === "table2" || id === "table3" || id === "table4" ? (
          <section>
            <h3 id={`sum-${id}`}>{heading.replace(/^[一二三四五六]、/u, "")}</h3>
            <ReportTable report={merged} id={id} headingId={`sum-${id}`} caption={`${heading}，${sum.added.length}份报告之和`} />
          </section>
        ) : null,
      )}
      <h2 id="added-heading">加入的报告</h2>
      <div class="table-scroll" role="region" aria-labelledby="added-heading" tabIndex={0}>
        <table class="data">
          <caption class="visually-hidden">加入汇总的报告和其中没有数值的单元格数</caption>
          <thead>
            <tr>
              <th scope="col">机关</th>
              <th scope="col">没有数值、未计入的单元格</th>
            </tr>
          </thead>
          <tbody>
            {sum.added.map(({ published, leftOut }) => {
              const count = leftOut.blank.length + leftOut.absent.length + leftOut.ambiguous.length;
              return (
                <tr>
                  <th scope="row">
                    <a href={`/reports/${published.organ.slug}/${published.report.year}`}>{published.organ.name}</a>{" "}
                    <DemoMark demo={published.demo} />
                  </th>
                  <td>{count === 0 ? "无" : `${count} 格`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
