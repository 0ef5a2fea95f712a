import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import type { EditionId } from "../report.ts";
import { findInvented, scoreReport } from "../testing/index.ts";
import { readReport } from "./read-report.ts";

const folder = fileURLToPath(new URL("../../../../shared/samples/", import.meta.url));
const isThere = existsSync(folder);
// oxlint-disable-next-line no-console -- a skipped check has to be said.
if (!isThere) console.log("The sample reports (../shared/samples) are not here: reading them is passed over.");

/** A sample's true cells, written by hand in this shape. */
interface SampleTruth {
  readonly edition: EditionId;
  readonly year: number | null;
  readonly agency: string | null;
  readonly cells: Readonly<Record<string, number | null>>;
  readonly alternatives?: Readonly<Record<string, readonly (number | null)[]>>;
}

describe.runIf(isThere)("the sample report", () => {
  test.each([
    "000_9667018f6d421753.txt",
    "002_ad288fcdc6056ce1.txt",
    "003_008bfda9dedfe24a.txt",
    "shanghai-office-2019.html",
    "huaian-2024.pdf",
    "official-form-2021.docx",
  ])("%s is read with no cell wrong and none missed", async (name) => {
    const truth = JSON.parse(readFileSync(`${folder}${name.replace(/\.\w+$/, ".truth.json")}`, "utf8")) as SampleTruth; // as above
    const result = await readDocument(readFileSync(folder + name), { name });
    if (!result.ok) throw new Error(result.message);
    const report = readReport(result.doc);
    const { wrong, missed, notes } = scoreReport(report, truth);
    expect({ wrong, missed, notes: notes.filter((note) => !note.includes(" flagged:")) }).toEqual({ wrong: 0, missed: 0, notes: [] });
    expect(report).toMatchObject({ edition: truth.edition, year: truth.year, agency: truth.agency });
    expect(findInvented(result.doc, report)).toEqual([]);
  });
});
