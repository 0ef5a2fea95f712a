import { type ComparedCell, type ComparedSection, compareReports, type Report } from "@gongkai/annual-report";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { BarChart } from "../bar-chart/bar-chart.tsx";
import { listChartRows, listCompared, sayDifference, sayFigure, TABLE_NAMES } from "./list-differences.ts";

export interface CompareViewProps {
  readonly a: Report;
  readonly b: Report;
  readonly onClose: () => void;
}

const SECTION_NAMES = { overview: "一、总体情况", problems: "五、存在的主要问题及改进情况", other: "六、其他需要报告的事项" } as const;

/** Two years of one organ, or two organs, side by side: a picture, the tables cell by cell, the texts. */
export function CompareView({ a, b, onClose }: CompareViewProps) {
  const comparison = useMemo(() => compareReports(a, b), [a, b]);
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = { a: nameReport(a, b), b: nameReport(b, a) };
  return (
    <article class="compare-view" aria-labelledby="compare-heading">
      <div class="compare-view__head">
        <h2 id="compare-heading" tabIndex={-1} ref={heading}>
          对比：{names.a} 与 {names.b}
        </h2>
        <button type="button" class="button button--quiet" onClick={onClose}>
          关闭对比
        </button>
      </div>
      <p>
        {comparison.cells.length} 格中有 <strong>{comparison.changed}</strong> 格不同。
        {comparison.isAcrossEditions ? "两份报告版式不同，只对比含义相同的格；其余列为“仅左边（右边）的版式有”。" : ""}
      </p>
      <BarChart id="compare-chart" title="申请办理与复议诉讼" unit="件" names={names} rows={listChartRows(a, b)} />
      <label class="compare-view__filter">
        <input type="checkbox" checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.currentTarget.checked)} /> 只看不同的格
      </label>
      {(["t2", "t3", "t4"] as const).map((table) => (
        <ComparedTable table={table} cells={listCompared(comparison, table, onlyDifferent)} names={names} />
      ))}
      {comparison.sections.map((section) => (
        <ComparedTexts section={section} names={names} a={a.sections[section.section]} b={b.sections[section.section]} />
      ))}
    </article>
  );
}

/** What tells a report from the other: the year, the organ, or both. */
function nameReport(one: Report, other: Report): string {
  const year = one.year === null ? "年度不明" : `${one.year} 年`;
  if (one.agency !== null && one.agency === other.agency && one.year !== other.year) return year;
  const agency = one.agency ?? one.file ?? "机关不明";
  if (one.agency !== other.agency && one.year === other.year) return agency;
  return one.agency === other.agency && one.file !== undefined && one.file !== other.file ? one.file : `${agency} ${year}`;
}

function ComparedTable({
  table,
  cells,
  names,
}: {
  table: keyof typeof TABLE_NAMES;
  cells: readonly ComparedCell[];
  names: { a: string; b: string };
}) {
  return (
    <section>
      <h3 id={`compare-${table}`}>{TABLE_NAMES[table]}</h3>
      {cells.length === 0 ? (
        <p>没有不同。</p>
      ) : (
        <div class="plain-table__frame" role="region" aria-labelledby={`compare-${table}`} tabIndex={0}>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">{names.a}</th>
                <th scope="col">{names.b}</th>
                <th scope="col">变化</th>
              </tr>
            </thead>
            <tbody>
              {cells.map((cell) => (
                <tr key={cell.key} class={`compared compared--${cell.kind}`}>
                  <th scope="row">{cell.name.replace(/^表[二三四]/u, "")}</th>
                  <td>{sayFigure(cell.a, cell.stateA)}</td>
                  <td>{sayFigure(cell.b, cell.stateB)}</td>
                  <td>{sayDifference(cell)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ComparedTexts({
  section,
  names,
  a,
  b,
}: {
  section: ComparedSection;
  names: { a: string; b: string };
  a: string | null;
  b: string | null;
}) {
  const copied = section.passages.length;
  return (
    <section>
      <h3>{SECTION_NAMES[section.section]}</h3>
      <p>
        {section.similarity === null ? "两份报告都没有这一部分。" : `文字相似度 ${Math.round(section.similarity * 100)}%`}
        {copied === 0 ? "" : `，有 ${copied} 段 30 字以上的文字完全相同（左边加框标出）`}
      </p>
      <details>
        <summary>并排查看全文</summary>
        <div class="compare-view__texts">
          <div>
            <h4>{names.a}</h4>
            <p>{markPassages(a ?? "（没有这一部分）", section.passages)}</p>
          </div>
          <div>
            <h4>{names.b}</h4>
            <p>{b ?? "（没有这一部分）"}</p>
          </div>
        </div>
      </details>
    </section>
  );
}

function markPassages(text: string, passages: ComparedSection["passages"]) {
  const inOrder = [...passages].sort((one, two) => one.start - two.start);
  const pieces = [];
  let end = 0;
  for (const passage of inOrder) {
    if (passage.start < end) continue;
    pieces.push(text.slice(end, passage.start), <mark class="compare-view__same">{text.slice(passage.start, passage.end)}</mark>);
    end = passage.end;
  }
  return [...pieces, text.slice(end)];
}
