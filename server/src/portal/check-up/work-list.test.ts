import { expect, test } from "vitest";
import type { CheckedReport } from "../../reports/index.ts";
import { changeWorkList, countStates, emptyWorkList, type WorkAct, type WorkList } from "./work-list.ts";

const aFile = (name: string) => new File(["x"], name);
const checked = { findings: [] } as unknown as CheckedReport; // the list never looks inside
const after = (list: WorkList, ...acts: WorkAct[]) => acts.reduce(changeWorkList, list);
const two = after(emptyWorkList, { type: "add", files: [aFile("甲.docx"), aFile("乙.pdf")] });

test("files wait in the order they were added, under names of their own", () => {
  const list = after(two, { type: "add", files: [aFile("丙.txt")] });
  expect(list.items.map(({ id, file }) => [id, file.name])).toEqual([
    [1, "甲.docx"],
    [2, "乙.pdf"],
    [3, "丙.txt"],
  ]);
  expect(countStates(list)).toMatchObject({ waiting: 3 });
});

test("a single report is shown as soon as it is ready, of several none is shown unasked", () => {
  const one = after(
    emptyWorkList,
    { type: "add", files: [aFile("甲.docx")] },
    { type: "begin", id: 1 },
    { type: "finish", id: 1, checked },
  );
  expect(one.shown).toBe(1);
  expect(after(two, { type: "begin", id: 1 }, { type: "finish", id: 1, checked }).shown).toBeUndefined();
});

test("the late answer to a cancelled file changes nothing", () => {
  const cancelled = after(two, { type: "begin", id: 1 }, { type: "cancel", id: 1 });
  expect(after(cancelled, { type: "finish", id: 1, checked })).toBe(cancelled);
  expect(after(cancelled, { type: "fail", id: 1, reason: "迟到" })).toBe(cancelled);
});

test("cancelling all leaves what is done alone, and what was cancelled can be tried again", () => {
  const list = after(two, { type: "begin", id: 1 }, { type: "finish", id: 1, checked }, { type: "cancelAll" });
  expect(countStates(list)).toMatchObject({ done: 1, cancelled: 1 });
  expect(countStates(after(list, { type: "retry", id: 2 }))).toMatchObject({ done: 1, waiting: 1 });
});

test("a name is never used twice, even after the list was cleared", () => {
  const list = after(two, { type: "clear" }, { type: "add", files: [aFile("丙.txt")] });
  expect(list.items.map(({ id }) => id)).toEqual([3]);
});
