import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "@gongkai/document/read";
import { describe, expect, test } from "vitest";
import { anApp } from "../testing.ts";
import { reportRoutes } from "./index.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "../portal/check-up/sample-report.html"), "utf8");

/** Reads in this thread: the limits of the pool are its own tests' matter. */
const readers = { read: readDocument, isReady: () => true, close: async () => {} };

function aForm(parts: Readonly<Record<string, File>>): { payload: FormData; method: "POST"; url: string } {
  const payload = new FormData();
  for (const [name, file] of Object.entries(parts)) payload.append(name, file, file.name);
  return { method: "POST", url: "/api/v1/report-checks", payload };
}

async function post(parts: Readonly<Record<string, File>>, settings = {}) {
  const app = await anApp({ readers, slices: [reportRoutes], settings });
  return app.inject(aForm(parts));
}

describe("POST /api/v1/report-checks", () => {
  test("answers with the report, what was found, and the source around every figure", async () => {
    const answer = await post({ file: new File([SAMPLE], "样例.html") });
    expect(answer.statusCode).toBe(200);
    const { report, findings, passages } = answer.json();
    expect(report).toMatchObject({ file: "样例.html", edition: "2021", year: 2024, agency: "云溪县政务公开办公室" });
    expect(report.cells["t3.granted.total"]).toBe(21);
    expect(findings.map((finding: { rule: string }) => finding.rule)).toEqual(expect.arrayContaining(["T3-3", "X-1"]));
    const { start, end } = report.sources["t3.granted.total"];
    const piece = passages.find((one: { start: number; text: string }) => one.start <= start && end <= one.start + one.text.length);
    expect(piece.text.slice(start - piece.start, end - piece.start)).toBe("21");
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("with last year's report, checks from year to year", async () => {
    const previous = new File([SAMPLE.replaceAll("2024年", "2023年")], "2023.html");
    const answer = await post({ file: new File([SAMPLE], "2024.html"), previous });
    expect(answer.json().findings.map((finding: { rule: string }) => finding.rule)).toContain("Y-1");
  });

  test.each([
    { file: new File([""], "空.docx"), status: 422, refusal: "empty" },
    { file: new File([new Uint8Array(2000).fill(7)], "film.bin"), status: 415, refusal: "unsupported" },
  ])("refuses $file.name with $status and a sentence", async ({ file, status, refusal }) => {
    const answer = await post({ file });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ refusal, part: "file", message: expect.stringMatching(/[\u4e00-\u9fff]{6,}.*。$/) });
  });

  test("says when it is last year's report that cannot be read", async () => {
    const answer = await post({ file: new File([SAMPLE], "a.html"), previous: new File([""], "b.html") });
    expect(answer.json()).toMatchObject({ refusal: "empty", part: "previous" });
  });

  test("refuses a file beyond the limit before reading it", async () => {
    const answer = await post({ file: new File([new Uint8Array(1_200_000)], "大.pdf") }, { uploadMaxMb: 1 });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().message).toMatch(/大小/);
  });

  test("refuses files that are too large together, announced or not", async () => {
    const app = await anApp({ readers, slices: [reportRoutes], settings: { uploadMaxMb: 1 } });
    const url = "/api/v1/report-checks";
    const answer = await app.inject({
      method: "POST",
      url,
      headers: { "content-type": "multipart/form-data; boundary=x", "content-length": "9000000" },
      payload: "",
    });
    expect(answer.statusCode).toBe(413);
  });

  test("names what is missing when no file comes", async () => {
    const answer = await post({ previous: new File([SAMPLE], "a.html") });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toEqual([expect.objectContaining({ message: expect.stringContaining("file") })]);
  });

  test("lets an address make only so many requests a minute", async () => {
    const app = await anApp({ readers, slices: [reportRoutes], settings: { rateLimitPerMinute: 2 } });
    const ask = () => app.inject(aForm({ file: new File([SAMPLE], "a.html") }));
    await ask();
    await ask();
    const answer = await ask();
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("is described in OpenAPI with its files and its refusals", async () => {
    const app = await anApp({ readers, slices: [reportRoutes] });
    const { paths } = (await app.inject("/api/openapi.json")).json();
    const operation = paths["/api/v1/report-checks"].post;
    expect(operation.requestBody.content["multipart/form-data"].schema.properties).toMatchObject({ file: { format: "binary" } });
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["200", "415", "422"]));
  });
});
