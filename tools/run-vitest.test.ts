import { describe, expect, test } from "vitest";
import { countTests, type VitestReport } from "./run-vitest.ts";

const file = (status: string, ...tests: string[]): VitestReport["testResults"][number] => ({
  status,
  assertionResults: tests.map((state) => ({ status: state })),
});

describe("the count of npm test", () => {
  test.each([
    {
      what: "tests that pass and fail",
      files: [file("failed", "passed", "failed")],
      success: false,
      status: 1,
      passed: 1,
      failed: 1,
      skipped: 0,
    },
    {
      what: "a file that does not load as one failure",
      files: [file("passed", "passed"), file("failed")],
      success: false,
      status: 1,
      passed: 1,
      failed: 1,
      skipped: 0,
    },
    {
      what: "a fault outside every test as one failure",
      files: [file("passed", "passed")],
      success: true,
      status: 1,
      passed: 1,
      failed: 1,
      skipped: 0,
    },
    {
      what: "a skipped test as neither",
      files: [file("passed", "passed", "pending")],
      success: true,
      status: 0,
      passed: 1,
      failed: 0,
      skipped: 1,
    },
  ])("takes $what", ({ files, success, status, passed, failed, skipped }) => {
    expect(countTests({ success, testResults: files }, status)).toEqual({ passed, failed, skipped });
  });

  test("takes a report that was not written as one failure", () => {
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
