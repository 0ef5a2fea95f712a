import { type CellKey, type Finding, nameCell, type Severity } from "@gongkai/annual-report";
import { SEVERITY_MARKS, SEVERITY_NAMES } from "../form-table/describe-cell.ts";
import { cellId } from "../form-table/form-table.tsx";

export const SEVERITIES = ["error", "warning", "notice"] as const satisfies readonly Severity[];

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly hidden?: ReadonlySet<Severity>;
  readonly selected?: Finding | undefined;
  /** Left out where no script runs: a finding then links to its cell. */
  readonly onFilter?: ((severity: Severity, show: boolean) => void) | undefined;
  readonly onOpen?: ((finding: Finding, cell?: CellKey) => void) | undefined;
}

/** What was found, gravest first; each leads to its cells. */
export function FindingList({ findings, name, hidden = new Set(), selected, onFilter, onOpen }: FindingListProps) {
  if (findings.length === 0) return <p class="finding-list__none">没有发现问题：读出的数据之间勾稽一致。请再人工核对一遍原文。</p>;
  const shown = SEVERITIES.flatMap((severity) => (hidden.has(severity) ? [] : findings.filter((finding) => finding.severity === severity)));
  return (
    <>
      {onFilter === undefined ? null : <SeverityFilter findings={findings} name={name} hidden={hidden} onFilter={onFilter} />}
      <ol class="finding-list">
        {shown.map((finding) => (
          <li class={`finding finding--${finding.severity}${finding === selected ? " finding--selected" : ""}`}>
            <FindingFace finding={finding} name={name} selected={finding === selected} onOpen={onOpen} />
            {finding.advice === "" ? null : <p class="finding__advice">建议：{finding.advice}</p>}
            {finding.cells.length > 1 ? <OtherCells finding={finding} name={name} onOpen={onOpen} /> : null}
          </li>
        ))}
      </ol>
      {shown.length === 0 ? <p class="finding-list__none">所选级别下没有发现，请在上面勾选其他级别。</p> : null}
    </>
  );
}

function SeverityFilter({
  findings,
  name,
  hidden,
  onFilter,
}: Required<Pick<FindingListProps, "findings" | "name" | "hidden">> & { onFilter: NonNullable<FindingListProps["onFilter"]> }) {
  return (
    <fieldset class="finding-filter">
      <legend class="visually-hidden">按级别筛选</legend>
      {SEVERITIES.map((severity) => (
        <label class="finding-filter__choice">
          <input
            type="checkbox"
            name={`${name}-${severity}`}
            checked={!hidden.has(severity)}
            onChange={(event) => onFilter(severity, event.currentTarget.checked)}
          />
          {SEVERITY_NAMES[severity]} {findings.filter((finding) => finding.severity === severity).length}
        </label>
      ))}
    </fieldset>
  );
}

function FindingFace({
  finding,
  name,
  selected,
  onOpen,
}: Pick<FindingListProps, "name" | "onOpen"> & { finding: Finding; selected: boolean }) {
  const face = (
    <>
      <span class={`severity severity--${finding.severity}`}>
        <span aria-hidden="true">{SEVERITY_MARKS[finding.severity]}</span> {SEVERITY_NAMES[finding.severity]}
      </span>{" "}
      <span class="finding__message">{finding.message}</span> <span class="finding__rule">规则 {finding.rule}</span>
    </>
  );
  const first = finding.cells[0];
  if (onOpen !== undefined)
    return (
      <button type="button" class="finding__face" aria-pressed={selected} onClick={() => onOpen(finding)}>
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

function OtherCells({ finding, name, onOpen }: Pick<FindingListProps, "name" | "onOpen"> & { finding: Finding }) {
  return (
    <details class="finding__cells">
      <summary>涉及 {finding.cells.length} 个单元格</summary>
      <ul>
        {finding.cells.slice(0, MOST_NAMED).map((key) => (
          <li>
            {onOpen === undefined ? (
              <a href={`#${cellId(name, key)}`}>{nameCell(key)}</a>
            ) : (
              <button type="button" class="link-button" onClick={() => onOpen(finding, key)}>
                {nameCell(key)}
              </button>
            )}
          </li>
        ))}
        {finding.cells.length > MOST_NAMED ? <li>另有 {finding.cells.length - MOST_NAMED} 格，见表中标出的单元格</li> : null}
      </ul>
    </details>
  );
}
