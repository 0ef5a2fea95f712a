import { type CellKey, EDITIONS, type Finding, nameCell, type Report, type Source } from "@gongkai/annual-report";
import type { ComponentChildren, Ref } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SourcePassage } from "../../check-up/find-passage.ts";
import { SEVERITY_MARKS, SEVERITY_NAMES, sayValue } from "../form-table/describe-cell.ts";

export interface SourcePanelProps {
  readonly report: Report;
  readonly cell: CellKey;
  readonly findings: readonly Finding[];
  /** Where the cell stood in the file; of a corrected cell, where the figure it replaced did. */
  readonly source: Source | undefined;
  readonly passage: SourcePassage | undefined;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onClose: () => void;
  /** What can be done with the cell; stands above the source. */
  readonly desk?: ComponentChildren;
  /** How the cell is to be filled; stands below the source. */
  readonly help?: ComponentChildren;
}

/** Where a figure comes from: its surroundings in the source, and every rule it breaks. Esc closes it from anywhere. */
export function SourcePanel({ report, cell, findings, source, passage, headingRef, onClose, desk, help }: SourcePanelProps) {
  const article = findArticle(report, cell);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // The figure must be seen in its surroundings without a hand on the panel.
    const mark = panel.current?.querySelector("mark");
    if (panel.current === null || mark === null || mark === undefined) return;
    const hidden = mark.getBoundingClientRect().bottom - panel.current.getBoundingClientRect().bottom;
    panel.current.scrollTop = hidden > 0 ? hidden + mark.offsetHeight * 2 : 0;
  }, [cell]);
  return (
    <section class="source-panel" aria-label="单元格出处" ref={panel}>
      <div class="source-panel__head">
        <h3 class="source-panel__title" tabIndex={-1} ref={headingRef}>
          {nameCell(cell)}
        </h3>
        <button type="button" class="button button--quiet" onClick={onClose}>
          关闭
        </button>
      </div>
      <dl class="source-panel__facts">
        <dt>读数</dt>
        <dd>{sayValue(report, cell)}</dd>
        {source === undefined ? null : (
          <>
            <dt>位置</dt>
            <dd>{sayPlace(source)}</dd>
          </>
        )}
        {source?.unit === undefined ? null : (
          <>
            <dt>单位</dt>
            <dd>
              原文按{source.unit}计{source.unitSource === "assumed" ? "（原文未注明，按万元理解）" : ""}
            </dd>
          </>
        )}
      </dl>
      {desk}
      {passage === undefined ? (
        <p class="source-panel__none">原文中没有与这一格对应的内容。</p>
      ) : (
        <figure class="source-panel__passage">
          <figcaption>原文（标出的是这一格的内容）</figcaption>
          <blockquote>
            {partCells(passage.before)}
            <mark>{passage.raw === "" ? "（此处空白）" : passage.raw}</mark>
            {partCells(passage.after)}
          </blockquote>
        </figure>
      )}
      {article === undefined || help !== undefined ? null : <p class="source-panel__article">依据：《政府信息公开条例》{article}</p>}
      {findings.length === 0 ? null : (
        <ul class="source-panel__findings">
          {findings.map((finding) => (
            <li>
              <span class={`severity severity--${finding.severity}`}>
                <span aria-hidden="true">{SEVERITY_MARKS[finding.severity]}</span> {SEVERITY_NAMES[finding.severity]}
              </span>{" "}
              {finding.message}
              {finding.advice === "" ? null : <span class="finding__advice">建议：{finding.advice}</span>}
            </li>
          ))}
        </ul>
      )}
      {help}
    </section>
  );
}

/** Cells of a row are parted by tabs in the source text, which a person would not see; upright labels stand a character a line. */
function partCells(text: string): string {
  return text.replace(/ *\t */g, " | ").replace(/(?<=(?:^|\n)[^\n])\n(?=[^\n])/g, "");
}

/** e.g. 第 3 页 · 第 56 行 · Sheet1!B5 */
function sayPlace({ page, line, reference, start }: Source): string {
  const parts = [page === undefined ? "" : `第 ${page} 页`, line === undefined ? "" : `第 ${line} 行`, reference ?? ""].filter(
    (part) => part !== "",
  );
  return parts.length === 0 ? `全文第 ${start + 1} 字起` : parts.join(" · ");
}

function findArticle(report: Report, cell: CellKey): string | undefined {
  if (report.edition === null) return undefined;
  const { table3 } = EDITIONS[report.edition];
  return table3.rows.find(
    (row) => cell.startsWith(`t3.${row.id}.`) && table3.columns.some((column) => cell === `t3.${row.id}.${column.id}`),
  )?.article;
}
