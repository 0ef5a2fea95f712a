import { describe, expect, test } from "vitest";
import { hintForCreditCode, hintForResidentId } from "./check-identity.ts";

describe("identity numbers", () => {
  test("a number whose check sign is right gets no hint, a slip does", () => {
    // The examples of GB 11643.
    expect(hintForResidentId("11010519491231002X")).toBeUndefined();
    expect(hintForResidentId("440524188001010014")).toBeUndefined();
    expect(hintForResidentId("110105194912310021")).toContain("校验不符");
    expect(hintForResidentId("1101051949123100")).toContain("16 位");
    expect(hintForResidentId("")).toBeUndefined();
  });

  test("the same for credit codes", () => {
    // The example of GB 32100.
    expect(hintForCreditCode("91350100M000100Y43")).toBeUndefined();
    expect(hintForCreditCode("91350100M000100Y44")).toContain("校验码不符");
    expect(hintForCreditCode("91350100")).toContain("18 位");
  });
});
