import { OUTCOME_CODES } from "@gongkai/statute";
import { expect, test } from "vitest";
import { groupOutcomes, nameRow } from "./outcome-groups.ts";

test("every answer an officer may choose stands once, under its heading of table 3", () => {
  const groups = groupOutcomes();
  const codes = groups.flatMap(({ outcomes }) => outcomes.map(({ code }) => code));
  expect(codes.toSorted()).toEqual(
    OUTCOME_CODES.filter((code) => !["otherHandling", "otherHandling.uncorrected", "otherHandling.unpaid"].includes(code)).toSorted(),
  );
  const denied = groups.find(({ outcomes }) => outcomes.some(({ code }) => code === "denied.secret"));
  expect(denied?.label).toContain("不予公开");
  expect(denied?.outcomes).toHaveLength(8);
});

test("a row is named with its heading", () => {
  expect(nameRow("denied.thirdParty")).toMatch(/不予公开：.*第三方/);
  expect(nameRow("granted")).toContain("予以公开");
});
