import { ACT_NAMES, getAct } from "@gongkai/statute";
import { PerformAct } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { ProblemError } from "../../lib/problem.ts";
import { ACT_FIELDS, knownToLetter, NOTHING_FILLED, placeRefusal, REPLY_ACTS, toPerformAct } from "./act-form.ts";

describe("the form of an act", () => {
  test("every act an officer may do has its form, or a page of its own", () => {
    const officers = ACT_NAMES.filter((act) => act !== "submit" && getAct(act).by.some((role) => role !== "system"));
    expect(officers.filter((act) => ACT_FIELDS[act] === undefined && !REPLY_ACTS.has(act))).toEqual([]);
  });

  test("sends what the act asks for and nothing else, numbers as numbers", () => {
    const sent = toPerformAct("extend", { ...NOTHING_FILLED, days: "10", reason: "调档", proof: "另一事项的" }, 4);
    expect(sent).toEqual({ version: 4, days: 10, reason: "调档" });
    expect(PerformAct.safeParse(sent).success).toBe(true);
  });

  test("a number that is none is left for the schema to refuse", () => {
    expect(PerformAct.safeParse(toPerformAct("extend", { ...NOTHING_FILLED, days: "十" }, 4)).success).toBe(false);
  });

  test("what is to be corrected is written once: it stands in the letter and is the act's reason", () => {
    const sent = toPerformAct(
      "askCorrection",
      { ...NOTHING_FILLED, correctBy: "2026-03-25", letter: { correctionItems: "写明文号", remark: " " } },
      3,
    );
    expect(sent).toEqual({ version: 3, correctBy: "2026-03-25", reason: "写明文号", letter: { correctionItems: "写明文号" } });
  });

  test("what the act asks for is not asked for again by its letter", () => {
    expect(knownToLetter("extend", { ...NOTHING_FILLED, days: "10", reason: "调档" })).toEqual({ days: "10", reason: "调档" });
  });
});

test("a refusal stands at the field it is about; what is about no field stands above", () => {
  const fault = new ProblemError({
    status: 422,
    error: "length-missing",
    message: "请写明工作日数，应为正整数。",
    issues: [
      { path: "length-missing", message: "请写明工作日数，应为正整数。" },
      { path: "extension-late", message: "答复期限已过，不能延长。" },
    ],
  });
  expect((placeRefusal("extend", fault) as ProblemError).issues.map(({ path }) => path)).toEqual(["days", "extension-late"]);
});
