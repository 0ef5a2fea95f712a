import { type CellKey, nameCell } from "@gongkai/annual-report";
import { isOpen, type JudgedFinding } from "../../check-up/draft/judge-findings.ts";
import { SEVERITY_MARKS, SEVERITY_NAMES } from "../form-table/describe-cell.ts";
import { cellId } from "../form-table/form-table.tsx";
import type { FindingListProps } from "./finding-list.tsx";
import { VerdictForm } from "./verdict-form.tsx";

interface FindingCardProps extends Pick<FindingListProps, "name" | "onOpen" | "onJudge"> {
  readonly judged: JudgedFinding;
  readonly isSelected: boolean;
}

/** One finding: what is wrong, what to do, where, and what was decided. A dismissed one is struck and says why. */
export function FindingCard({ judged, name, isSelected, onOpen, onJudge }: FindingCardProps) {
  const { finding, verdict, isOutdated } = judged;
  const isClosed = !isOpen(judged);
  const classes = ["finding", `finding--${finding.severity}`, isSelected ? "finding--selected" : "", isClosed ? "finding--closed" : ""];
  return (
    <li class={classes.filter(Boolean).join(" ")}>
      <FindingFace judged={judged} name={name} isSelected={isSelected} onOpen={onOpen} />
      {finding.advice === "" || isClosed ? null : <p class="finding__advice">建议：{finding.advice}</p>}
      {finding.cells.length > 1 && !isClosed ? <OtherCells judged={judged} name={name} onOpen={onOpen} /> : null}
      {verdict === undefined ? null : (
        <p class="finding__verdict">
          <strong>{verdict.decision === "dismissed" ? "不采纳" : "采纳"}</strong>
          {verdict.reason === "" ? "" : `：${verdict.reason}`}
          {isOutdated ? "（这是对改动前数据的意见，数据已变，请重新判断）" : ""}
        </p>
      )}
      {onJudge === undefined ? null : <VerdictForm judged={judged} onJudge={(next) => onJudge(judged.id, next)} />}
    </li>
  );
}

function FindingFace({ judged, name, isSelected, onOpen }: Pick<FindingCardProps, "judged" | "name" | "isSelected" | "onOpen">) {
  const { finding } = judged;
  const Message = isOpen(judged) ? "span" : "s";
  const face = (
    <>
      <span class={`severity severity--${finding.severity}`}>
        <span aria-hidden="true">{SEVERITY_MARKS[finding.severity]}</span> {SEVERITY_NAMES[finding.severity]}
      </span>{" "}
      <Message class="finding__message">{finding.message}</Message> <span class="finding__rule">规则 {finding.rule}</span>
    </>
  );
  const first = finding.cells[0];
  if (onOpen !== undefined)
    return (
      <button type="button" class="finding__face" aria-pressed={isSelected} onClick={() => onOpen(judged)}>
        {face}
      </button>
    );
  if (first === undefined) return <p class="finding__face">{face}</p>;
  return (
    <a class="finding__face" href={`#${cellId(name, first)}`}>
      {face}
    </a>
  );
}

/** Most cells named one by one; a sum over a column has twenty. */
const MOST_NAMED = 8;

function OtherCells({ judged, name, onOpen }: Pick<FindingCardProps, "judged" | "name" | "onOpen">) {
  const { cells } = judged.finding;
  const leadTo = (key: CellKey) =>
    onOpen === undefined ? (
      <a href={`#${cellId(name, key)}`}>{nameCell(key)}</a>
    ) : (
      <button type="button" class="link-button" onClick={() => onOpen(judged, key)}>
        {nameCell(key)}
      </button>
    );
  return (
    <details class="finding__cells">
      <summary>涉及 {cells.length} 个单元格</summary>
      <ul>
        {cells.slice(0, MOST_NAMED).map((key) => (
          <li>{leadTo(key)}</li>
        ))}
        {cells.length > MOST_NAMED ? <li>另有 {cells.length - MOST_NAMED} 格，见表中标出的单元格</li> : null}
      </ul>
    </details>
  );
}
