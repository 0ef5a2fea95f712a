import type { DescribedField, DescribedKind } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { fieldsToAsk, filledIn, kindsOfAct } from "./pick-fields.ts";

const field = (name: string, isMandatory = false, from = "officer") =>
  ({ name, label: name, meaning: "", type: "text", from, isMandatory }) as DescribedField;
const kind = (name: string, acts: readonly string[], fields: readonly DescribedField[] = []) =>
  ({ kind: name, title: name, acts, fields, consequences: null }) as unknown as DescribedKind;

const KINDS = [
  kind(
    "correction",
    ["askCorrection"],
    [field("correctBy", true), field("remark"), field("correctionItems", true), field("organ", true, "case")],
  ),
  kind("answer.unavailable.unclear", ["sign", "answerOnSpot"]),
  kind("answer.granted", ["sign", "answerOnSpot"]),
];

describe("the fields of an act's letter", () => {
  test("are those nobody has filled in yet, what it cannot do without first", () => {
    expect(fieldsToAsk(kindsOfAct(KINDS, "askCorrection", undefined), { correctBy: "" }).map(({ name }) => name)).toEqual([
      "correctionItems",
      "remark",
    ]);
  });

  test("of an answer are those of its outcome alone", () => {
    expect(kindsOfAct(KINDS, "answerOnSpot", "granted").map(({ kind: name }) => name)).toEqual(["answer.granted"]);
    expect(kindsOfAct(KINDS, "findUnclear", undefined).map(({ kind: name }) => name)).toEqual(["answer.unavailable.unclear"]);
    expect(kindsOfAct(KINDS, "sign", undefined)).toEqual([]);
  });
});

test("blanks are not sent", () => {
  expect(filledIn({ a: " ", b: "乙" })).toEqual({ b: "乙" });
});
