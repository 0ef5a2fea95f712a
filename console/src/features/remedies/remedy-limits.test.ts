import { describe, expect, test } from "vitest";
import { nextLimit, openSteps } from "./remedy-limits.ts";

const filed = { receivedOn: null, replyDueOn: null, repliedOn: null, decidedOn: null, redoDueOn: null, redoneOn: null };

describe("what is due in a reconsideration", () => {
  test("is first the copy, then the reply, then nothing but the decision", () => {
    expect(openSteps(filed)).toEqual(["copy", "decision"]);
    const copied = { ...filed, receivedOn: "2026-04-07", replyDueOn: "2026-04-21" };
    expect(openSteps(copied)).toEqual(["reply", "decision"]);
    expect(nextLimit(copied, "2026-04-22")).toEqual({ label: "提交答复和证据", dueOn: "2026-04-21", isOverdue: true });
    const replied = { ...copied, repliedOn: "2026-04-15" };
    expect(openSteps(replied)).toEqual(["decision"]);
    expect(nextLimit(replied, "2026-04-22")).toBeUndefined();
  });

  test("after a decision is the new answer it orders, until that is given", () => {
    const ordered = { ...filed, decidedOn: "2026-05-20", redoDueOn: "2026-06-10" };
    expect(openSteps(ordered)).toEqual([]);
    expect(nextLimit(ordered, "2026-06-01")).toMatchObject({ label: "重新答复", isOverdue: false });
    expect(nextLimit({ ...ordered, redoneOn: "2026-06-03" }, "2026-06-20")).toBeUndefined();
  });
});
