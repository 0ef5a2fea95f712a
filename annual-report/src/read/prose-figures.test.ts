import { describe, expect, test } from "vitest";
import { figureFinder } from "./prose-figures.ts";

const find = figureFinder([
  { number: 1, kind: "count", names: ["社会公益组织", "社会公益"] },
  { number: 2, kind: "count", names: ["其他"] },
  { number: 3, kind: "amount", names: ["收费金额"] },
]);

describe("the figure told of a cell", () => {
  test.each([
    ["其他3件、", { printed: "3件", unit: "件", plain: 3 }],
    ["其他0，社会公益1", { printed: "0", unit: undefined, plain: 0 }],
    ["其他12", { printed: "12", unit: undefined, plain: 12 }],
    ["社会公益组织40件", { printed: "40件", unit: "件", plain: 40 }],
    ["社会公益7件", { printed: "7件", unit: "件", plain: 7 }],
  ])("is plain where nothing but digits and a unit stand behind its name: %s", (sentence, told) => {
    expect(find(sentence, 0)).toMatchObject(told);
  });

  test.each([
    ["其他1,274件", "1,274件"],
    ["其他1，274", "1，274"],
    ["其他5.2万元", "5.2万元"],
    ["其他52000元", "52000元"],
    ["其他 3 件", "3件"],
    ["其他（含转办）为3件", "3件"],
    ["其他减4", "减4"],
    ["其他零件", "零件"],
    ["其他00件", "00件"],
    ["其他1234567890件", "1234567890件"],
    ["其他3人", "3"],
  ])("is to be read where it says more: %s", (sentence, printed) => {
    expect(find(sentence, 0)).toMatchObject({ printed, plain: undefined });
  });

  test("stands in the sentence where it says", () => {
    const sentence = "其中其他 3 件。";
    const told = find(sentence, 0);
    expect(sentence.slice(told?.nameFrom, told?.nameTo)).toBe("其他");
    expect(sentence.slice(told?.from, told?.to)).toBe("3 件");
  });

  test("is looked for from a place on, and passed over where a name has none", () => {
    const sentence = "其他若干，社会公益2件、其他3件";
    const first = find(sentence, 0);
    expect(first).toMatchObject({ cell: { number: 1 }, plain: 2 });
    expect(find(sentence, first?.to ?? 0)).toMatchObject({ cell: { number: 2 }, plain: 3 });
    expect(find(sentence, sentence.length)).toBeUndefined();
  });
});
