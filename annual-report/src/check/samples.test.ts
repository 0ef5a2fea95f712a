import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CellState, EditionId, Report } from "../report.ts";
import { checkReport } from "./check-report.ts";

const folder = fileURLToPath(new URL("../../../../shared/samples/", import.meta.url));
const isThere = existsSync(folder);
// oxlint-disable-next-line no-console -- a skipped check has to be said.
if (!isThere) console.log("The sample reports (../shared/samples) are not here: their checks are passed over.");

/** A report made of a sample's true cells, and of its overview as it stands between the first two headings. */
function sample(name: string, extension: string): Report {
  const truth = JSON.parse(readFileSync(`${folder}${name}.truth.json`, "utf8")) as {
    edition: EditionId;
    year: number | null;
    agency: string | null;
    title: string | null;
    cells: Record<string, number | null>;
  }; // written by hand in this shape
  const states: Record<string, CellState> = {};
  for (const [key, value] of Object.entries(truth.cells)) states[key] = value === null ? "blank" : "seen";
  const text =
    extension === ""
      ? ""
      : readFileSync(`${folder}${name}${extension}`, "utf8")
          .replace(/<\/(?:p|div|td)>|<br\s*\/?>/gu, "\n")
          .replace(/<[^>]+>/gu, "");
  const start = text.search(/一、\s*总体情况/u);
  const overview = text.slice(start + 6, start + text.slice(start).search(/二、\s*主动公开政府信息情况\s/u));
  return { ...truth, sections: { overview, problems: "略", other: "无" }, states, sources: {}, findings: [] };
}

function told(report: Report): string[] {
  return checkReport(report).map((finding) => `${finding.severity} ${finding.rule}`);
}

describe.runIf(isThere)("the sample reports", () => {
  test("none has an arithmetic error", () => {
    for (const [name, extension] of [
      ["000_9667018f6d421753", ".txt"],
      ["002_ad288fcdc6056ce1", ".txt"],
      ["003_008bfda9dedfe24a", ".txt"],
      ["shanghai-office-2019", ".html"],
      ["huaian-2024", ""],
      ["official-form-2021", ""],
    ] as const)
      expect(
        told(sample(name, extension)).filter((one) => one.startsWith("error")),
        name,
      ).toEqual([]);
  });

  test("81 published items with parts that make 70 are found", () => {
    const finding = checkReport(sample("002_ad288fcdc6056ce1", ".txt")).find((one) => one.rule === "X-2");
    expect(finding).toMatchObject({ expected: 70, actual: 81, difference: 11 });
  });

  test("the faultless office report gives nothing at all", () => {
    expect(told(sample("003_008bfda9dedfe24a", ".txt"))).toEqual([]);
  });

  test("every known contradiction of the city office's report is found", () => {
    const findings = checkReport(sample("shanghai-office-2019", ".html"));
    const pairs = findings.filter((finding) => finding.rule === "X-1").map((finding) => [finding.actual, finding.expected]);
    expect(pairs).toEqual([
      [258, 275],
      [265, 337],
      [7, 5],
      [9, 8],
    ]);
    expect(findings.find((finding) => finding.rule === "X-2")).toMatchObject({ expected: 716, actual: 805 });
    expect(findings.find((finding) => finding.rule === "P-1")).toMatchObject({ actual: 33.9 });
    expect(findings.filter((finding) => finding.rule === "B-1")[0]?.message).toContain("“（一）予以公开”应为272");
  });
});
