import type { ComparedCell, Comparison, Report } from "@gongkai/annual-report";
import type { KeyFigureId, KeyFigures, PublishedReport, ShelvedOrgan } from "../../library/index.ts";
import { DemoMark } from "./demo-mark.tsx";
import { Change, formatFigure } from "./figure-text.tsx";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";
import { PairedChart } from "./paired-chart.tsx";

export interface ComparedSide {
  readonly published: PublishedReport;
  readonly report: Report;
  readonly title: string;
  readonly figures: KeyFigures;
}

export interface ComparePageProps {
  readonly frame: PageFrame;
  readonly asked: { readonly a: string | undefined; readonly b: string | undefined };
  readonly sides: { readonly a: ComparedSide; readonly b: ComparedSide } | undefined;
  readonly comparison: Comparison | undefined;
  /** Cells that are the same are shown too. */
  readonly isAll: boolean;
  readonly keyFigures: readonly { readonly id: KeyFigureId; readonly name: string }[];
  readonly organs: readonly ShelvedOrgan[];
}

/** Two reports side by side: what differs is marked with signs and words, the key figures as bars. */
export function ComparePage(props: ComparePageProps) {
  const { frame, asked, sides, comparison } = props;
  return (
    <LibraryLayout
      frame={frame}
      title={sides === undefined ? "对比两份年度报告" : `对比：${sides.a.title}与${sides.b.title}`}
      description="任选两份政府信息公开工作年度报告逐格对比。"
      isPassing
      trail={[{ name: "年报库", href: "/reports" }]}
    >
      <h1>对比两份年度报告</h1>
      <Chooser {...props} />
      {sides === undefined || comparison === undefined ? (
        asked.a === undefined && asked.b === undefined ? (
          <p class="empty">请选择两份报告：可以是同一机关的两个年度，也可以是两个机关。</p>
        ) : (
          <p class="empty" role="alert">
            {asked.a === undefined || asked.b === undefined ? "还差一份报告，请选全后再对比。" : "所选的报告不在年报库中，请重新选择。"}
          </p>
        )
      ) : (
        <Compared {...props} sides={sides} comparison={comparison} />
      )}
    </LibraryLayout>
  );
}

function Chooser({ asked, organs }: ComparePageProps) {
  return (
    <form class="filter" method="get" action="/reports/compare">
      {(["a", "b"] as const).map((side) => (
        <p class="filter__field filter__field--wide">
          <label for={`compare-${side}`}>{side === "a" ? "甲" : "乙"}</label>
          <select id={`compare-${side}`} name={side}>
            <option value="">请选择</option>
            {organs.map(({ organ, reports }) => (
              <optgroup label={organ.name}>
                {reports.toReversed().map(({ report }) => (
                  <option value={`${organ.slug}/${report.year}`} selected={asked[side] === `${organ.slug}/${report.year}`}>
                    {`${organ.name} ${report.year}年`}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </p>
      ))}
      <p class="filter__actions">
        <button class="button" type="submit">
          对比
        </button>
        {asked.a !== undefined && asked.b !== undefined ? <a href={`/reports/compare?a=${asked.b}&b=${asked.a}`}>甲乙对调</a> : null}
      </p>
    </form>
  );
}

type ComparedProps = ComparePageProps & { readonly sides: NonNullable<ComparePageProps["sides"]>; readonly comparison: Comparison };

function Compared({ sides: { a, b }, comparison, isAll, keyFigures, asked }: ComparedProps) {
  const names = nameSides(a, b);
  const differing = comparison.cells.filter((cell) => cell.kind === "changed" || cell.kind === "stateDiffers");
  const inOne = comparison.cells.filter((cell) => cell.kind === "onlyInA" || cell.kind === "onlyInB");
  const shown = isAll ? comparison.cells : differing;
  const address = `/reports/compare?a=${asked.a ?? ""}&b=${asked.b ?? ""}`;
  return (
    <>
      <ul class="sides">
        {[a, b].map(({ published, title }, at) => (
          <li>
            <span class="sides__letter">{at === 0 ? "甲" : "乙"}</span>
            <a href={`/reports/${published.organ.slug}/${published.report.year}`}>{title}</a> <DemoMark demo={published.demo} />
            <span class="report-list__facts">{published.report.edition}年版</span>
          </li>
        ))}
      </ul>
      {comparison.isAcrossEditions ? (
        <p class="note">两份报告的格式不同：只对照含义相同的单元格，“（六）其他处理”合并后对照，另有 {inOne.length} 格只在一种格式中有。</p>
      ) : null}
      <PairedChart
        id="key-figures"
        title="主要数据对照（件）"
        names={names}
        // A row of nothing beside nothing tells nothing.
        rows={keyFigures.flatMap(({ id, name }) =>
          a.figures[id] === 0 && b.figures[id] === 0 ? [] : [{ name, values: [a.figures[id], b.figures[id]] as const }],
        )}
      />
      <h2 id="cells-heading">逐格对照</h2>
      <p>
        共对照 {comparison.cells.length - inOne.length} 格，其中 <strong>{differing.length}</strong> 格不同。
        {isAll ? <a href={address}>只看不同的单元格</a> : <a href={`${address}&show=all`}>显示全部单元格</a>}
      </p>
      {shown.length === 0 ? (
        <p class="empty">两份报告的数据完全相同。</p>
      ) : (
        ([2, 3, 4] as const).map((table) => (
          <CellTable table={table} cells={shown.filter((cell) => cell.key.startsWith(`t${table}.`))} names={names} />
        ))
      )}
      <h2>文字部分</h2>
      <Sections comparison={comparison} />
    </>
  );
}

/** Short names for the two columns: the years where the organ is one, the organs where the year is one. */
function nameSides({ published: a }: ComparedSide, { published: b }: ComparedSide): [string, string] {
  if (a.organ.slug === b.organ.slug) return [`${a.report.year}年`, `${b.report.year}年`];
  return [`${a.organ.name} ${a.report.year}年`, `${b.organ.name} ${b.report.year}年`];
}

const TABLE_NAMES = { 2: "表二 主动公开政府信息情况", 3: "表三 收到和处理政府信息公开申请情况", 4: "表四 行政复议、行政诉讼情况" } as const;

function CellTable({ table, cells, names }: { table: 2 | 3 | 4; cells: readonly ComparedCell[]; names: readonly [string, string] }) {
  if (cells.length === 0) return null;
  return (
    <section>
      <h3 id={`compared-${table}`}>{TABLE_NAMES[table]}</h3>
      <div class="table-scroll" role="region" aria-labelledby={`compared-${table}`} tabIndex={0}>
        <table class="data data--figures data--compare">
          <caption class="visually-hidden">{TABLE_NAMES[table]}逐格对照</caption>
          <thead>
            <tr>
              <th scope="col">单元格</th>
              <th scope="col">
                甲<span class="data__side">{names[0]}</span>
              </th>
              <th scope="col">
                乙<span class="data__side">{names[1]}</span>
              </th>
              <th scope="col">乙比甲</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr class={cell.kind === "same" ? "" : "data__differs"}>
                <th scope="row">{cell.name.replace(/^表[二三四]/u, "")}</th>
                <td class="number">{showSide(cell.a, cell.stateA, cell.kind === "onlyInB")}</td>
                <td class="number">{showSide(cell.b, cell.stateB, cell.kind === "onlyInA")}</td>
                <td class="number">
                  <Difference cell={cell} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const STATE_WORDS = { seen: "", blank: "空白", absent: "缺", ambiguous: "无法确定" } as const;

function showSide(value: number | null, state: ComparedCell["stateA"], isOtherForm: boolean): string {
  if (isOtherForm) return "无此格";
  return value === null ? STATE_WORDS[state] : formatFigure(value);
}

function Difference({ cell }: { cell: ComparedCell }) {
  if (cell.kind === "stateDiffers") return <span class="change change--state">≠ 状态不同</span>;
  if (cell.kind === "onlyInA" || cell.kind === "onlyInB") return <span class="change">格式不同</span>;
  return <Change from={cell.a} to={cell.b} />;
}

const SECTION_NAMES = { overview: "总体情况", problems: "存在的主要问题及改进情况", other: "其他需要报告的事项" } as const;

function Sections({ comparison }: { comparison: Comparison }) {
  return (
    <ul class="likeness">
      {comparison.sections.map(({ section, similarity, passages }) => (
        <li>
          <strong>{SECTION_NAMES[section]}</strong>：
          {similarity === null ? "两份报告都没有这一部分。" : `文字相似度 ${Math.round(similarity * 100)}%。`}
          {passages.length === 0 ? null : (
            <details>
              <summary>{passages.length} 处相同文字</summary>
              <ul>
                {passages.slice(0, 10).map(({ text }) => (
                  <li>“{text}”</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
