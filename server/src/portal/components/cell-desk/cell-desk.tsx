import { type CellKey, nameCell, type Report } from "@gongkai/annual-report";
import { useEffect, useRef } from "preact/hooks";
import type { DraftAct } from "../../check-up/draft/change-draft.ts";
import type { Draft } from "../../check-up/draft/draft.ts";
import { HOW_NAMES, sayValue } from "../form-table/describe-cell.ts";

export interface CellDeskProps {
  readonly draft: Pick<Draft, "base" | "work">;
  readonly report: Report;
  readonly cell: CellKey;
  readonly change: (act: DraftAct) => void;
}

/** What can be done with one cell, by touch and by screen reader too: correct it, choose a reading, take a correction back. */
export function CellDesk({ draft, report, cell, change }: CellDeskProps) {
  const edit = draft.work.cells[cell];
  const field = useRef<HTMLInputElement>(null);
  const shown = edit?.typed ?? (report.states[cell] === "seen" ? String(report.cells[cell] ?? "") : "");
  useEffect(() => {
    if (field.current !== null) field.current.value = shown;
  }, [cell, shown]);
  const candidates = draft.base.states[cell] === "ambiguous" ? (draft.base.sources[cell]?.candidates ?? []) : [];
  const previous = draft.work.previous?.cells[cell];
  return (
    <div class="cell-desk">
      {candidates.length === 0 ? null : (
        <fieldset class="cell-desk__candidates">
          <legend>原文无法确定，请对照原文选择</legend>
          {candidates.map((candidate) => (
            <button
              type="button"
              class="button button--small"
              aria-pressed={edit?.how === "chosen" && edit.value === candidate}
              onClick={() => change({ type: "choose", key: cell, value: candidate })}
            >
              {candidate ?? "空格"}
            </button>
          ))}
        </fieldset>
      )}
      <form
        class="cell-desk__form"
        onSubmit={(event) => {
          event.preventDefault();
          change({ type: "type", key: cell, typed: field.current?.value ?? "" });
        }}
      >
        <label>
          改为
          <input ref={field} type="text" inputMode="decimal" autoComplete="off" aria-label={`${nameCell(cell)}改为`} />
        </label>
        <button type="submit" class="button button--small">
          确定
        </button>
      </form>
      {edit?.problem === undefined ? null : (
        <p class="cell-desk__problem" role="alert">
          {edit.problem}
        </p>
      )}
      {edit === undefined ? null : (
        <p class="cell-desk__edit">
          <strong>（改）</strong>
          {HOW_NAMES[edit.how]}，原为：{sayValue(draft.base, cell)}。
          <button type="button" class="link-button" onClick={() => change({ type: "revert", key: cell })}>
            恢复原数
          </button>
        </p>
      )}
      {previous === undefined || previous === null ? null : <p class="cell-desk__previous">上年报告：{previous}</p>}
    </div>
  );
}
