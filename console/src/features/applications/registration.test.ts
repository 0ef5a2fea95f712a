import { RegisterApplication } from "@gongkai/server/contract";
import { describe, expect, test } from "vitest";
import { emptyRegistration, isAsked, readDraft, toRegisterApplication, writeDraft } from "./registration.ts";

const filled = {
  ...emptyRegistration("inPerson", "2026-03-02"),
  "applicant.name": "申请人甲",
  "applicant.idNumber": "11010519491231002X",
  "applicant.telephone": "0000-0000000",
  "request.title": "城区学校招生划片方案",
};

describe("a registration", () => {
  test("of a person on paper is what the server's schema takes", () => {
    expect(RegisterApplication.safeParse(toRegisterApplication(filled)).success).toBe(true);
  });

  test("names the files that were taken in for it", () => {
    const sent = RegisterApplication.parse(toRegisterApplication(filled, { documents: ["a".repeat(64)] }));
    expect(sent.documents).toEqual(["a".repeat(64)]);
  });

  test("names what is missing by the paths the form calls its fields", () => {
    const read = RegisterApplication.safeParse(toRegisterApplication(emptyRegistration("inPerson", "")));
    const paths = read.error?.issues.map(({ path }) => path.join(".")) ?? [];
    expect(paths).toContain("submittedOn");
    expect(paths).toContain("applicant.name");
  });

  test("of a company asks for its credit code and sends no identity paper", () => {
    const company = { ...filled, "applicant.kind": "business", "applicant.creditCode": "91350100M000100Y43" } as const;
    expect(isAsked("applicant.idNumber", company)).toBe(false);
    expect(toRegisterApplication(company)).toMatchObject({ applicant: { kind: "business", creditCode: "91350100M000100Y43" } });
    expect(JSON.stringify(toRegisterApplication(company))).not.toContain("11010519491231002X");
  });

  test("by hand asks for no day of confirmation, by fax it does", () => {
    expect(isAsked("confirmedOn", filled)).toBe(false);
    expect(isAsked("confirmedOn", { ...filled, channel: "fax" })).toBe(true);
  });
});

describe("its draft in the browser", () => {
  test("comes back within a day and is gone after it", () => {
    const kept = writeDraft(filled, 1000);
    expect(readDraft(kept, 2000)).toEqual(filled);
    expect(readDraft(kept, 1000 + 25 * 3600 * 1000)).toBeUndefined();
    expect(readDraft("rubbish", 0)).toBeUndefined();
  });
});
