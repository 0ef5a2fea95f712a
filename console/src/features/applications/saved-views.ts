import { ApplicationFilter } from "./list-filter.ts";
import { z } from "zod";

/** A list with its filters under a name, kept in the browser. */
export interface SavedView {
  readonly name: string;
  readonly filter: ApplicationFilter;
}

/** What everybody looks for; `next` is the day three working days ahead, near enough. */
export const USUAL_VIEWS: readonly SavedView[] = [
  { name: "轮到我办", filter: { mine: true } },
  { name: "未答复", filter: { open: true } },
  { name: "已逾期", filter: { overdue: true } },
  { name: "征求意见中", filter: { state: "consulting" } },
  { name: "等待补正", filter: { state: "awaitingCorrection" } },
  { name: "待送达", filter: { state: "decided" } },
];

const MOST_VIEWS = 20;
const Stored = z.array(z.object({ name: z.string().min(1).max(30), filter: ApplicationFilter })).max(MOST_VIEWS);

/** The views of an organ out of what the browser kept; nothing when it cannot be read. */
export function readViews(text: string | null): readonly SavedView[] {
  try {
    const read = Stored.safeParse(JSON.parse(text ?? "[]"));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** With one more, or one of that name replaced; the oldest gives way. */
export function addView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS);
}

export function viewsKey(agency: string): string {
  return `gongkai.views.${agency}`;
}
