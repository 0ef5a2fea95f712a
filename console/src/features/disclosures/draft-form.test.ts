import { describe, expect, test } from "vitest";
import { explainEntry } from "../../lib/explain-entry.ts";
import { DraftForm, emptyDraft, HINTS, isMarkedAnew, LABELS, toDraftForm } from "./draft-form.ts";
import { draftKey, readKept, writeKept } from "./kept-draft.ts";

const TODAY = "2026-03-06";
const DAY_MILLISECONDS = 24 * 3600 * 1000;
const filled = {
  ...emptyDraft(TODAY),
  title: "云溪县城乡低保标准",
  entry: "7b0a3b7e-6c57-4a51-9a0f-6a3ea8a4d2c1",
  html: "<p>正文</p>",
  "mark.attribute": "proactive",
};
const explain = (values: typeof filled) => {
  const read = DraftForm.safeParse(toDraftForm(values, TODAY), { reportInput: true });
  return read.success ? {} : explainEntry(read.error.issues, LABELS, HINTS);
};

describe("a draft", () => {
  test("that says what it must is sent, keywords apart and empty dates left out", () => {
    const read = DraftForm.parse(toDraftForm({ ...filled, keywords: "低保、救助 标准" }, TODAY));
    expect(read).toMatchObject({ keywords: ["低保", "救助", "标准"], validUntil: null, mark: { attribute: "proactive", reason: "" } });
  });

  test("needs its attribute chosen, not supposed", () => {
    expect(explain({ ...filled, "mark.attribute": "" })).toEqual({ "mark.attribute": "请填写公开属性。" });
  });

  test("that is not public of itself needs a reason and a day to look at it again, after today", () => {
    expect(explain({ ...filled, "mark.attribute": "withheld" })).toEqual({
      "mark.reason": "请填写理由。",
      "mark.reviewAgainOn": "请填写重新审查日期。",
    });
    expect(explain({ ...filled, "mark.attribute": "withheld", "mark.reason": "涉及商业秘密", "mark.reviewAgainOn": TODAY })).toEqual({
      "mark.reviewAgainOn": "重新审查日期必须晚于今天。",
    });
  });

  test("published in part needs a reason, but no day", () => {
    expect(explain({ ...filled, "mark.attribute": "redacted", "mark.reason": "删去联系人手机号码" })).toEqual({});
  });

  test("forwarded may not be opened wider than the original", () => {
    const forwarded = { "mark.inheritedFrom.organ": "云溪县人民政府", "mark.inheritedFrom.documentNumber": "云政发〔2026〕1号" };
    expect(explain({ ...filled, ...forwarded, "mark.inheritedFrom.attribute": "onRequest" })).toEqual({
      "mark.attribute": HINTS["mark.attribute"],
    });
    expect(explain({ ...filled, ...forwarded, "mark.inheritedFrom.attribute": "proactive" })).toEqual({});
  });
});

test("a mark that stays the same is not sent again: it would undo signatures", () => {
  const { mark } = DraftForm.parse(toDraftForm(filled, TODAY));
  expect(isMarkedAnew(mark, null)).toBe(true);
  expect(isMarkedAnew(mark, { attribute: "proactive", reason: "", basis: "", reviewAgainOn: null, inheritedFrom: null })).toBe(false);
  expect(isMarkedAnew(mark, { attribute: "redacted", reason: "", basis: "", reviewAgainOn: null, inheritedFrom: null })).toBe(true);
});

describe("a draft kept in the browser", () => {
  test("comes back with the version it was written over, and is forgotten after two weeks", () => {
    const text = writeKept(filled, 4, 0) ?? null;
    expect(readKept(text, DAY_MILLISECONDS)).toEqual({ at: "1970-01-01T00:00:00.000Z", version: 4, values: filled });
    expect(readKept(text, 15 * DAY_MILLISECONDS)).toBeUndefined();
    expect(readKept("{", 0)).toBeUndefined();
  });

  test("is not kept when it is too large, and stands under its own item", () => {
    expect(writeKept({ ...filled, html: "图".repeat(2_000_001) }, 0, 0)).toBeUndefined();
    expect(draftKey("yunxi", undefined)).not.toBe(draftKey("yunxi", "a"));
  });
});
