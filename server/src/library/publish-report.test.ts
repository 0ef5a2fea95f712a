import { describe, expect, test } from "vitest";
import { openLibrary, type Library } from "./library.ts";
import { publishReport, type Publication } from "./publish-report.ts";
import { aReadReport, anOrgan, aStore, aStoredReport } from "./testing.ts";

const DEMO = [aStoredReport({ organ: { slug: "demo", name: "示例机关" }, demo: "made-up" })];

function aPublication(more: Partial<Publication> = {}): Publication {
  return {
    organ: anOrgan(),
    report: aReadReport(aStoredReport()),
    publishedOn: "2025-01-20",
    recordedAt: "2025-01-20T01:00:00.000Z",
    ...more,
  };
}

async function withOnePublished(): Promise<Library> {
  const library = await openLibrary(aStore([aStoredReport()]), DEMO);
  expect(library.isDemo()).toBe(false);
  return library;
}

describe("publishing a report", () => {
  test("keeps it, shows it, and leaves out what belongs to the reading", async () => {
    const store = aStore();
    const library = await openLibrary(store);
    const result = await publishReport(library, aPublication());
    expect(result).toMatchObject({
      ok: true,
      published: { organ: { slug: "yunxi-jiaoyu" }, source: "云溪县教育局", report: { year: 2024 } },
    });
    const kept = await store.read("yunxi-jiaoyu", 2024);
    expect(kept?.report).not.toHaveProperty("file");
    expect(kept?.report).not.toHaveProperty("findings");
    expect(library.shelf().findReport("yunxi-jiaoyu", 2024)?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("takes the demonstration off the shelf, even where it bore the same name", async () => {
    const library = await openLibrary(aStore(), [...DEMO, aStoredReport({ demo: "made-up" })]);
    expect(library.isDemo()).toBe(true);
    expect(await publishReport(library, aPublication())).toMatchObject({ ok: true });
    expect(library.isDemo()).toBe(false);
    expect(library.shelf().reports.map(({ organ }) => organ.slug)).toEqual(["yunxi-jiaoyu"]);
  });

  test("replaces a report only when told to, and then the shelf is a new one", async () => {
    const library = await withOnePublished();
    const corrected = aPublication({ report: aReadReport(aStoredReport({ cells: { "t3.new.natural": 3 } })) });
    expect(await publishReport(library, corrected)).toMatchObject({ refusal: "already-published" });
    const before = library.shelf().version;
    expect(await publishReport(library, { ...corrected, replaces: true })).toMatchObject({ ok: true });
    expect(library.shelf().version).not.toBe(before);
    expect(library.shelf().reports).toHaveLength(1);
  });

  test("does several one after another and loses none", async () => {
    const library = await openLibrary(aStore());
    const years = [2021, 2022, 2023, 2024];
    await Promise.all(years.map((year) => publishReport(library, aPublication({ report: aReadReport(aStoredReport({ year })) }))));
    expect(library.shelf().reports.map(({ report }) => report.year)).toEqual(years);
  });

  test("says so when it could not be kept, and shows what it showed before", async () => {
    const library = await openLibrary({ ...aStore(), write: () => Promise.reject(new Error("disk full")) }, DEMO);
    await expect(publishReport(library, aPublication())).rejects.toThrow("disk full");
    expect(library.isDemo()).toBe(true);
  });

  test.each([
    { refusal: "bad-organ", change: { organ: anOrgan({ slug: "云溪" }) } },
    { refusal: "bad-organ", change: { organ: anOrgan({ slug: "../up" }) } },
    { refusal: "reserved-slug", change: { organ: anOrgan({ slug: "compare" }) } },
    { refusal: "bad-date", change: { publishedOn: "2025-1-20" } },
    { refusal: "no-edition", change: { report: aReadReport(aStoredReport(), { edition: null }) } },
    { refusal: "no-year", change: { report: aReadReport(aStoredReport(), { year: null }) } },
    { refusal: "year-not-over", change: { publishedOn: "2024-12-31" } },
    { refusal: "slug-taken", change: { organ: anOrgan({ name: "望湖县公安局" }) } },
    { refusal: "already-published", change: {} },
  ] satisfies { refusal: string; change: Partial<Publication> }[])("refuses: $refusal", async ({ refusal, change }) => {
    const library = await withOnePublished();
    const result = await publishReport(library, aPublication(change));
    expect(result).toEqual({ ok: false, refusal, message: expect.stringMatching(/。$/) });
    expect(library.shelf().reports).toHaveLength(1);
  });
});

test("a store with a file that cannot be read shows no demonstration in its place", async () => {
  const store = { ...aStore(), load: async () => ({ reports: [], unreadable: [{ file: "a", reason: "b" }] }) };
  const library = await openLibrary(store, DEMO);
  expect(library.shelf().reports).toEqual([]);
});
