import { type CellKey, checkReport, EDITIONS, type Finding, type Report } from "@gongkai/annual-report";
import { useEffect, useMemo } from "preact/hooks";
import { layOutTables, type ShownTable } from "../components/form-table/lay-out-tables.ts";
import { groupByCell } from "./group-by-cell.ts";
import { applyWork } from "./draft/apply-work.ts";
import type { DraftAct } from "./draft/change-draft.ts";
import type { Draft } from "./draft/draft.ts";
import { countOpen, type Counts, isOpen, type JudgedFinding, judgeFindings } from "./draft/judge-findings.ts";

/** A draft worked out: the report as it stands, everything the rules find in it, and what is still open. */
export interface WorkedOut {
  readonly report: Report;
  readonly tables: readonly ShownTable[];
  readonly judged: readonly JudgedFinding[];
  readonly open: readonly Finding[];
  readonly openByCell: ReadonlyMap<CellKey, readonly Finding[]>;
  readonly counts: Counts;
}

/** Applies the work and runs every rule; this is what happens in the browser after every key that changes a figure. */
export function workOut(draft: Pick<Draft, "base" | "work">): Omit<WorkedOut, "tables"> {
  const { previous, verdicts } = draft.work;
  const report = applyWork(draft);
  const findings = [...report.findings, ...checkReport(report, previous === undefined ? {} : { previous })];
  const judged = judgeFindings(findings, verdicts);
  const open = judged.filter(isOpen).map(({ finding }) => finding);
  return { report, judged, open, openByCell: groupByCell(open), counts: countOpen(judged) };
}

/** {@link workOut}, again whenever the work changed; and the keys for undo and redo wherever the page has the focus. */
export function useEditor(draft: Draft, change: (act: DraftAct) => void): WorkedOut {
  const { base, work } = draft;
  const worked = useMemo(() => workOut({ base, work }), [base, work]);
  const { edition } = worked.report;
  const tables = useMemo(() => (edition === null ? [] : layOutTables(EDITIONS[edition])), [edition]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = readHistoryKey(event);
      if (act === undefined || isWriting(event.target)) return;
      event.preventDefault();
      change({ type: act });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [draft.id]);
  return { ...worked, tables };
}

function readHistoryKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | undefined {
  if (altKey || (!ctrlKey && !metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === "y" || (letter === "z" && shiftKey)) return "redo";
  return letter === "z" ? "undo" : undefined;
}

/** In a text field these keys belong to the text. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ["text", "number", "search"].includes(target.type))
  );
}
