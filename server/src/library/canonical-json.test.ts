import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../platform/canonical-json.ts";
import { canonicalFile, contentHash } from "./canonical-json.ts";
import { aStoredReport } from "./testing.ts";

describe("canonical JSON", () => {
  test.each([
    { value: { b: 1, a: { d: [3, null], c: "机关" } }, text: '{"a":{"c":"机关","d":[3,null]},"b":1}' },
    { value: { a: undefined, b: -0 }, text: '{"b":0}' },
    { value: { é: 1, "€": 2, "1": 3 }, text: '{"1":3,"é":1,"€":2}' },
    { value: [6.933, 1e21, "\u0007\n"], text: '[6.933,1e+21,"\\u0007\\n"]' },
  ])("writes $text", ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe("the content hash", () => {
  test("is the SHA-256 of the file everyone can download", () => {
    const stored = aStoredReport();
    expect(contentHash(stored)).toBe(createHash("sha256").update(canonicalFile(stored)).digest("hex"));
  });

  test("does not depend on the order in which the fields were written", () => {
    const { report, ...rest } = aStoredReport();
    expect(contentHash({ report: JSON.parse(canonicalJson(report)), ...rest })).toBe(contentHash(aStoredReport()));
  });

  test("changes with a single cell", () => {
    expect(contentHash(aStoredReport({ cells: { "t3.new.natural": 1 } }))).not.toBe(contentHash(aStoredReport()));
    expect(contentHash(aStoredReport({ cells: { "t3.new.natural": null } }))).not.toBe(contentHash(aStoredReport()));
  });
});
