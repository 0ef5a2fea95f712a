import { describe, expect, test } from "vitest";
import { emptyAct, findActForm, toAct, toInstant } from "./act-forms.ts";
import { mustAnswerForm, nextStepOf, reviewStepsOf, whyNotOffered } from "./standing.ts";

type Page = Parameters<typeof nextStepOf>[0];
const CHAIN = ["unitHead", "secrecyReviewer", "leader"];
const screening = { contentHash: "h", isCurrent: true, screenedAt: "2026-03-06T01:00:00Z", findings: [], blocking: 0 };

function aPage(item: Partial<Page["item"]>, more: Partial<Page> = {}): Page {
  return {
    item: { state: "marked", waitingRole: "handler", publicVersion: 0, awaitsTakeDownApproval: false, ...item } as Page["item"], // what is read of it
    mark: { attribute: "proactive", reason: "", basis: "", reviewAgainOn: null, inheritedFrom: null },
    screening: null,
    review: { chain: [], step: 0, signatures: [], form: [] },
    acts: [],
    ...more,
  };
}

describe("what comes next", () => {
  test("before submission is the screening, then what it found, then the submission", () => {
    const acts = ["screen", "judge", "submit"];
    expect(nextStepOf(aPage({}, { acts })).title).toBe("筛查");
    expect(nextStepOf(aPage({}, { acts, screening: { ...screening, blocking: 2 } })).text).toContain("2 处必须处理");
    expect(nextStepOf(aPage({}, { acts, screening })).title).toBe("提交审查");
    expect(nextStepOf(aPage({}, { acts, screening: { ...screening, isCurrent: false } })).title).toBe("筛查");
  });

  test("of what is not to be published is the submission, unscreened", () => {
    const mark = { attribute: "withheld", reason: "涉密", basis: "", reviewAgainOn: "2027-01-04", inheritedFrom: null };
    expect(nextStepOf(aPage({}, { mark, acts: ["submit"] }))).toMatchObject({ title: "提交审查", isTheirs: true });
  });

  test("for somebody else is told with whose turn it is", () => {
    expect(nextStepOf(aPage({ state: "approved", waitingRole: "officeHead" }))).toMatchObject({ isTheirs: false });
    expect(nextStepOf(aPage({ state: "approved", waitingRole: "officeHead" })).text).toContain("由政府信息公开工作机构负责人办理");
  });

  test("in review is the step's turn", () => {
    const review = { chain: CHAIN, step: 2, signatures: [], form: [] };
    const page = aPage({ state: "inReview", waitingRole: "secrecyReviewer" }, { review });
    expect(nextStepOf(page).title).toBe("等待保密审查人审查");
    expect(nextStepOf({ ...page, acts: ["sign"] })).toMatchObject({ title: "以“保密审查人”审查", isTheirs: true });
  });
});

test("the chain shows who has signed, whose turn it is, and who comes later", () => {
  const signatures = [{ step: 1, role: "unitHead", by: "科室负责人", on: "2026-03-06", opinion: "同意" }];
  const review = { chain: CHAIN, step: 2, signatures, form: [] };
  expect(reviewStepsOf(aPage({ state: "inReview" }, { review })).map(({ state }) => state)).toEqual(["done", "now", "later"]);
});

test("the secrecy reviewer answers the form; without one, whoever signs last", () => {
  const review = { signatures: [], form: [] };
  expect([1, 2, 3].map((step) => mustAnswerForm({ ...review, chain: CHAIN, step }))).toEqual([false, true, false]);
  expect([1, 2].map((step) => mustAnswerForm({ ...review, chain: ["officeHead", "leader"], step }))).toEqual([false, true]);
});

test("an act that is not offered is explained by the state, else by the post", () => {
  const why = (page: Page, label: string) => whyNotOffered(page).find((one) => one.label === label)?.why;
  expect(why(aPage({ state: "marked" }), "发布")).toContain("先审查、后公开");
  expect(why(aPage({ state: "approved" }), "发布")).toContain("由登记人");
  expect(why(aPage({ state: "inReview" }), "修改")).toContain("退回");
  expect(why(aPage({ state: "inReview" }, { acts: ["sign"] }), "审查同意")).toBeUndefined();
});

describe("the form of an act", () => {
  test("makes of a day and a time in Beijing an instant", () => {
    expect(toInstant("2026-03-09", "9:00")).toBe("2026-03-09T01:00:00.000Z");
    expect(toInstant("2026-03-09", "08：30")).toBe("2026-03-09T00:30:00.000Z");
    expect([toInstant("2026-03-09", "25:00"), toInstant("", "09:00")]).toEqual(["", ""]);
  });

  test("sends a day left empty as none where it may be left empty", () => {
    const form = findActForm("reviewAgain");
    if (form === undefined) throw new Error("no such act");
    expect(toAct(form, { ...emptyAct(form, "2026-03-06"), conclusion: "可以公开" }, 7)).toEqual({
      version: 7,
      conclusion: "可以公开",
      nextOn: null,
    });
  });
});
