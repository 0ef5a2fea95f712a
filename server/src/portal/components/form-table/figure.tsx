import { type CellKey, type Finding, nameCell, type Report } from "@gongkai/annual-report";
import type { CellEdit } from "../../check-up/draft/draft.ts";
import { CellInput, type CellInputProps } from "./cell-input.tsx";
import { describeCell, SEVERITY_MARKS, sayValue } from "./describe-cell.ts";

/** What the table needs to let figures be corrected; left out where it is only to be read. */
export interface Editing {
  readonly edits: Readonly<Record<CellKey, CellEdit>>;
  /** The report before any correction. */
  readonly base: Report;
  /** Last year's figures, where there are any. */
  readonly before?: Report["cells"] | undefined;
  readonly onType: (key: CellKey, typed: string) => void;
}

export interface FigureProps {
  readonly report: Report;
  readonly cellKey: CellKey;
  readonly id: string;
  readonly span: number;
  readonly findings: readonly Finding[];
  readonly isSelected: boolean;
  readonly isRelated: boolean;
  /** True for the one figure of the table the Tab key comes to. */
  readonly isStop: boolean;
  readonly editing?: Editing | undefined;
  /** The first key of a correction, "" for the figure as it stands; undefined while it is not being corrected. */
  readonly begun?: string | undefined;
  readonly onFocus: () => void;
  readonly onOpen?: ((byKeyboard: boolean) => void) | undefined;
  readonly onBegin: (typed: string) => void;
  readonly onCommit: CellInputProps["onCommit"];
  readonly onCancel: () => void;
}

/** One figure of the form: text, a button that shows where it comes from, or the field in which it is corrected. */
export function Figure(props: FigureProps) {
  const { report, cellKey, id, span, findings, isSelected, isRelated, isStop, editing, begun, onFocus, onOpen, onBegin } = props;
  const edit = editing?.edits[cellKey];
  const before = editing?.before?.[cellKey] ?? undefined;
  const original = edit === undefined || editing === undefined ? undefined : sayValue(editing.base, cellKey);
  const { shown, state, severity, isInvolved, spoken } = describeCell(report, cellKey, findings, { edit, original, before });
  const classes = ["figure", `figure--${state}`];
  if (severity !== undefined) classes.push(`figure--${severity}`);
  if (isInvolved) classes.push("figure--involved");
  if (edit !== undefined) classes.push("figure--edited");
  if (edit?.problem !== undefined) classes.push("figure--unreadable");
  if (isSelected) classes.push("figure--selected");
  else if (isRelated) classes.push("figure--related");
  if (begun !== undefined)
    return (
      <td class="figure figure--editing" colSpan={span}>
        <CellInput
          name={nameCell(cellKey)}
          value={begun === "" ? typedValue(report, cellKey, edit) : begun.trim()}
          selected={begun === ""}
          onCommit={props.onCommit}
          onCancel={props.onCancel}
        />
      </td>
    );
  const face = (
    <>
      <span class="figure__line">
        <span class="figure__value">{shown}</span>
        {severity === undefined ? null : <span class="figure__mark">{SEVERITY_MARKS[severity]}</span>}
      </span>
      {edit === undefined && before === undefined ? null : (
        <span class="figure__notes">
          {edit === undefined ? null : (
            <span class="figure__edited">
              {edit.how === "typed" ? "改" : edit.how === "chosen" ? "定" : edit.how === "carried" ? "转" : "算"}
            </span>
          )}
          {before === undefined ? null : <span class="figure__before">上年{before}</span>}
        </span>
      )}
    </>
  );
  return (
    <td class={classes.join(" ")} colSpan={span}>
      {onOpen === undefined ? (
        <span class="figure__face" id={id} tabIndex={-1}>
          <span aria-hidden="true">{face}</span>
          <span class="visually-hidden">{spoken.slice(spoken.indexOf("：") + 1)}</span>
        </span>
      ) : (
        <button
          type="button"
          class="figure__face"
          id={id}
          tabIndex={isStop ? 0 : -1}
          aria-label={spoken}
          aria-pressed={isSelected}
          onFocus={onFocus}
          // A click made by the space bar or a screen reader has no clicks to count.
          onClick={(event) => onOpen(event.detail === 0)}
          onDblClick={editing === undefined ? undefined : () => onBegin("")}
        >
          {face}
        </button>
      )}
    </td>
  );
}

function typedValue(report: Report, key: CellKey, edit: CellEdit | undefined): string {
  return edit?.typed ?? (report.states[key] === "seen" ? String(report.cells[key] ?? "") : "");
}
