import type { DocNote } from "../doc.ts";

/** What a reader of Word files left out or took as changed, in either format. */
export interface LeftOut {
  readonly hasTrackedChanges: boolean;
  readonly hasHidden: boolean;
}

/** The notes that say so. */
export function noteLeftOut({ hasTrackedChanges, hasHidden }: LeftOut): DocNote[] {
  const notes: DocNote[] = [];
  if (hasTrackedChanges) notes.push({ code: "tracked-changes", message: "文中有修订痕迹，已按接受全部修订后的文字读取，请核对。" });
  if (hasHidden) notes.push({ code: "hidden-content", message: "文中有隐藏的文字、行或者划去的文字，没有读取，请核对是否需要公开。" });
  return notes;
}
