import type { CheckedReport } from "../../reports/index.ts";

/** A file on its way: 排队, 读取中, 完成, 失败 or 已取消. */
export interface WorkItem {
  readonly id: number;
  readonly file: File;
  readonly progress: Progress;
}

export type Progress =
  | { readonly state: "waiting" | "reading" | "cancelled" }
  | { readonly state: "done"; readonly checked: CheckedReport }
  | { readonly state: "failed"; readonly reason: string };

export interface WorkList {
  readonly items: readonly WorkItem[];
  readonly nextId: number;
  /** The report that is looked at. */
  readonly shown: number | undefined;
}

export type WorkAct =
  | { readonly type: "add"; readonly files: readonly File[] }
  | { readonly type: "begin" | "retry" | "cancel" | "remove" | "show"; readonly id: number }
  | { readonly type: "finish"; readonly id: number; readonly checked: CheckedReport }
  | { readonly type: "fail"; readonly id: number; readonly reason: string }
  | { readonly type: "cancelAll" | "clear" };

export const emptyWorkList: WorkList = { items: [], nextId: 1, shown: undefined };

/** What an act makes of the list. A late answer to a cancelled file changes nothing. */
export function changeWorkList(list: WorkList, act: WorkAct): WorkList {
  switch (act.type) {
    case "add": {
      const added = act.files.map((file, index): WorkItem => ({ id: list.nextId + index, file, progress: { state: "waiting" } }));
      return { ...list, items: [...list.items, ...added], nextId: list.nextId + added.length };
    }
    case "begin":
      return setProgress(list, act.id, ["waiting"], { state: "reading" });
    case "finish": {
      const finished = setProgress(list, act.id, ["reading"], { state: "done", checked: act.checked });
      // A single report is shown at once; of several, the person chooses which to look at.
      return finished === list || list.items.length > 1 ? finished : { ...finished, shown: act.id };
    }
    case "fail":
      return setProgress(list, act.id, ["reading"], { state: "failed", reason: act.reason });
    case "cancel":
      return setProgress(list, act.id, ["waiting", "reading"], { state: "cancelled" });
    case "cancelAll":
      return list.items.reduce((result, item) => setProgress(result, item.id, ["waiting", "reading"], { state: "cancelled" }), list);
    case "retry":
      return setProgress(list, act.id, ["failed", "cancelled"], { state: "waiting" });
    case "remove":
      return { ...list, items: list.items.filter((item) => item.id !== act.id), shown: list.shown === act.id ? undefined : list.shown };
    case "show":
      return { ...list, shown: act.id };
    case "clear":
      return { ...emptyWorkList, nextId: list.nextId };
  }
}

function setProgress(list: WorkList, id: number, from: readonly Progress["state"][], progress: Progress): WorkList {
  if (!list.items.some((item) => item.id === id && from.includes(item.progress.state))) return list;
  return { ...list, items: list.items.map((item) => (item.id === id ? { ...item, progress } : item)) };
}

/** How many files are in each state. */
export function countStates(list: WorkList): Readonly<Record<Progress["state"], number>> {
  const counts = { waiting: 0, reading: 0, done: 0, failed: 0, cancelled: 0 };
  for (const item of list.items) counts[item.progress.state]++;
  return counts;
}
