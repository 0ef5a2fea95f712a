import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readDocument } from "@gongkai/document/read";
import { expect, test } from "vitest";
import { consistentCells, seededRandom } from "../testing/index.ts";
import { readReport } from "./read-report.ts";

/** Our own official form with made-up figures, saved by a word processor as a document of Word 97. */
const FILE = gunzipSync(readFileSync(new URL("fixtures/report-2021.doc.gz", import.meta.url)));

test("a report in the old format of Word is read to the last figure", async () => {
  const result = await readDocument(FILE, { name: "年报.doc" });
  if (!result.ok) throw new Error(result.message);
  const report = readReport(result.doc);
  expect(report.cells).toEqual(consistentCells("2021", seededRandom(7)));
  expect(new Set(Object.values(report.states))).toEqual(new Set(["seen"]));
});
