import { describe, expect, test } from "vitest";
import { aReport } from "../testing/index.ts";
import { checkReport } from "./check-report.ts";
import { RULE_CASES } from "./rule-cases.ts";
import { rulesDocument } from "./rules-document.ts";
import { RULES } from "./rules.ts";

describe("every rule", () => {
  test("has an id of its own, a title, a formula, a basis, and cases in which it speaks and is silent", () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.title.length, rule.id).toBeGreaterThan(5);
      expect(rule.formula.length, rule.id).toBeGreaterThan(5);
      expect(rule.basis.length, rule.id).toBeGreaterThan(1);
      const cases = RULE_CASES[rule.id] ?? [];
      expect(
        cases.some((one) => one.finds === 0),
        `${rule.id} silent`,
      ).toBe(true);
      expect(
        cases.some((one) => one.finds > 0),
        `${rule.id} speaking`,
      ).toBe(true);
    }
  });

  test("stands in docs/report-rules.md as it is", async () => {
    await expect(rulesDocument()).toMatchFileSnapshot("../../../docs/report-rules.md");
  });
});

describe.each(RULES.map((rule) => ({ id: rule.id, title: rule.title })))("$id $title", ({ id }) => {
  test.each([...(RULE_CASES[id] ?? [])])("$when：$finds条", ({ given, previous, others, finds }) => {
    const findings = checkReport(aReport(given), {
      ...(previous === undefined ? {} : { previous: aReport(previous) }),
      ...(others === undefined ? {} : { others: others.map((other) => aReport(other)) }),
    }).filter((finding) => finding.rule === id);
    expect(findings.map((finding) => finding.message)).toHaveLength(finds);
    for (const finding of findings) {
      expect(finding.message).toMatch(/。$/u);
      expect(finding.advice).toMatch(/。$/u);
    }
  });
});
