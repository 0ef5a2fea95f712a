import { expect, test } from "vitest";
import { insertAt, joinLines, splitLines, usesField } from "./template-text.ts";

test("lines survive being edited as one text; empty lines at the end are left out, those between stay", () => {
  expect(splitLines(joinLines(["甲", "", "〔落款〕"]))).toEqual(["甲", "", "〔落款〕"]);
  expect(splitLines("甲\r\n乙\n\n ")).toEqual(["甲", "乙"]);
});

test("a field takes the place of what is selected", () => {
  expect(insertAt("请于某日前补正", "{补正期限}", 2, 4)).toEqual({ text: "请于{补正期限}前补正", caret: 8 });
});

test("a field is in use only where it stands in braces by its whole name", () => {
  expect(usesField("请于{ 补正期限 }前", "补正期限")).toBe(true);
  expect(usesField("请于补正期限前{补正}", "补正期限")).toBe(false);
});
