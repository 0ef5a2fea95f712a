import type { CellKey, Report, Sections } from "@gongkai/annual-report";
import { findCell, nameCell } from "@gongkai/annual-report/editions";
import type { CellEdit, Draft, Head, Step, Verdict, Work } from "./draft.ts";
import { parseTyped } from "./parse-typed.ts";

export type DraftAct =
  | { readonly type: "type"; readonly key: CellKey; readonly typed: string }
  | { readonly type: "choose"; readonly key: CellKey; readonly value: number | null }
  | { readonly type: "fill"; readonly cells: Readonly<Record<CellKey, number>>; readonly how: "carried" | "sum" | "zero" }
  | { readonly type: "revert"; readonly key: CellKey }
  | { readonly type: "write"; readonly section: keyof Sections; readonly text: string }
  | { readonly type: "name"; readonly head: Head }
  | { readonly type: "judge"; readonly id: string; readonly verdict: Verdict | undefined }
  | { readonly type: "compareWith"; readonly previous: Report | undefined }
  | { readonly type: "undo" | "redo" };

/** Steps one can go back; the oldest are forgotten. */
const MOST_STEPS = 200;

const SECTION_NAMES = { overview: "总体情况", problems: "存在的主要问题", other: "其他事项" } as const satisfies Record<
  keyof Sections,
  string
>;
const FILLED = { carried: "从上年报告带入", sum: "计算合计", zero: "空格填 0" } as const;

/** What an act makes of a draft. An act that changes nothing gives the very same draft, and no step to go back. */
export function changeDraft(draft: Draft, act: DraftAct): Draft {
  switch (act.type) {
    case "undo":
      return goBack(draft);
    case "redo":
      return goForward(draft);
    case "type": {
      const parsed = parseTyped(act.typed, findCell(act.key)?.kind ?? "count");
      const edit: CellEdit = parsed.ok
        ? { typed: act.typed.trim(), value: parsed.value, state: parsed.value === null ? "blank" : "seen", how: "typed" }
        : { typed: act.typed, value: null, state: "ambiguous", problem: parsed.problem, how: "typed" };
      return enter(draft, { [act.key]: edit }, `${nameCell(act.key)}改为${act.typed.trim() === "" ? "空格" : ` ${act.typed.trim()}`}`);
    }
    case "choose":
      return enter(draft, { [act.key]: editOf(act.value, "chosen") }, `${nameCell(act.key)}定为${act.value ?? "空格"}`);
    case "fill": {
      const edits = Object.fromEntries(Object.entries(act.cells).map(([key, value]) => [key, editOf(value, act.how)]));
      return enter(draft, edits, `${FILLED[act.how]}（${Object.keys(edits).length} 格）`);
    }
    case "revert": {
      if (draft.work.cells[act.key] === undefined) return draft;
      const { [act.key]: _reverted, ...cells } = draft.work.cells;
      return step(draft, { ...draft.work, cells }, `${nameCell(act.key)}恢复原数`);
    }
    case "write": {
      const { section, text } = act;
      if ((draft.work.sections[section] ?? draft.base.sections[section] ?? "") === text) return draft;
      const sections = { ...draft.work.sections, [section]: text };
      return step(draft, { ...draft.work, sections }, `修改“${SECTION_NAMES[section]}”`, `write ${section}`);
    }
    case "name":
      return step(draft, { ...draft.work, head: act.head }, "修改机关和年度");
    case "judge": {
      const { [act.id]: _old, ...others } = draft.work.verdicts;
      const verdicts = act.verdict === undefined ? others : { ...others, [act.id]: act.verdict };
      const label =
        act.verdict === undefined ? "重新打开一条发现" : act.verdict.decision === "dismissed" ? "不采纳一条发现" : "采纳一条发现";
      return step(draft, { ...draft.work, verdicts }, label);
    }
    case "compareWith": {
      const { previous: _former, ...rest } = draft.work;
      const work = act.previous === undefined ? rest : { ...rest, previous: act.previous };
      return step(draft, work, act.previous === undefined ? "移除上年报告" : "加入上年报告");
    }
  }
}

function editOf(value: number | null, how: CellEdit["how"]): CellEdit {
  return { typed: value === null ? "" : String(value), value, state: value === null ? "blank" : "seen", how };
}

/** Enters figures; one that says what the report said anyway is no correction. */
function enter(draft: Draft, edits: Readonly<Record<CellKey, CellEdit>>, label: string): Draft {
  const cells: Record<CellKey, CellEdit> = { ...draft.work.cells };
  let isChanged = false;
  for (const [key, edit] of Object.entries(edits)) {
    const before = cells[key];
    const isAsRead = edit.problem === undefined && draft.base.states[key] === edit.state && (draft.base.cells[key] ?? null) === edit.value;
    if (isAsRead ? before === undefined : before?.typed === edit.typed && before.state === edit.state) continue;
    isChanged = true;
    if (isAsRead) delete cells[key];
    else cells[key] = edit;
  }
  return isChanged ? step(draft, { ...draft.work, cells }, label) : draft;
}

function step(draft: Draft, work: Work, label: string, joins?: string): Draft {
  const last = draft.past.at(-1);
  const continues = joins !== undefined && last?.joins === joins && draft.future.length === 0;
  const taken: Step = { work: draft.work, label, ...(joins === undefined ? {} : { joins }) };
  return { ...draft, work, past: continues ? draft.past : [...draft.past, taken].slice(-MOST_STEPS), future: [] };
}

function goBack(draft: Draft): Draft {
  const last = draft.past.at(-1);
  if (last === undefined) return draft;
  return { ...draft, work: last.work, past: draft.past.slice(0, -1), future: [...draft.future, { work: draft.work, label: last.label }] };
}

function goForward(draft: Draft): Draft {
  const next = draft.future.at(-1);
  if (next === undefined) return draft;
  return { ...draft, work: next.work, past: [...draft.past, { work: draft.work, label: next.label }], future: draft.future.slice(0, -1) };
}
