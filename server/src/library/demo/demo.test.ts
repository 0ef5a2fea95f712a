import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "@gongkai/annual-report";
import { describe, expect, test } from "vitest";
import { openLibrary } from "../library.ts";
import { asReport } from "../published-report.ts";
import { StoredReport } from "../schema.ts";
import { aStore } from "../testing.ts";
import { loadDemo } from "./load-demo.ts";
import { MADE_UP_ORGANS } from "./made-up-organs.ts";
import { makeDemoFiles } from "./make-demo.ts";

const SAMPLES = join(import.meta.dirname, "../../../../../shared/samples");
const demo = loadDemo();
const find = (slug: string, year = 2020) => demo.find((one) => one.organ.slug === slug && one.report.year === year);

describe("the demonstration", () => {
  test("is what its script makes, so that nobody mends the data by hand", () => {
    for (const [name, text] of makeDemoFiles())
      expect(JSON.parse(readFileSync(join(import.meta.dirname, "organs", name), "utf8")), name).toEqual(JSON.parse(text));
  });

  test("fits the schema of the store, and every report says that it is one", () => {
    for (const stored of demo) {
      expect(StoredReport.safeParse(stored).error).toBeUndefined();
      expect(stored.demo).toBeDefined();
    }
  });

  test("breaks no rule but where it was made to", async () => {
    const shelf = (await openLibrary(aStore(), demo)).shelf();
    const found = shelf.reports.flatMap((published) => {
      if (published.demo !== "made-up") return [];
      const previous = shelf.findReport(published.organ.slug, published.report.year - 1);
      const findings = checkReport(asReport(published), previous === undefined ? {} : { previous: asReport(previous) });
      return findings.map((finding) => `${published.organ.slug} ${published.report.year} ${finding.rule}`);
    });
    const planned = MADE_UP_ORGANS.flatMap(({ organ, slip, blank }) => [
      ...(slip === undefined ? [] : [`${organ.slug} ${slip.year}`]),
      ...(blank === undefined ? [] : [`${organ.slug} ${blank.year}`]),
    ]);
    expect(new Set(found.map((line) => line.replace(/ \S+$/, "")))).toEqual(new Set(planned));
  });

  test("covers both editions and all years from 2019 to 2025", () => {
    expect(new Set(demo.map(({ report }) => `${report.year} ${report.edition}`))).toEqual(
      new Set(["2019 2019", "2020 2019", "2021 2021", "2022 2021", "2023 2021", "2024 2021", "2025 2021"]),
    );
  });
});

describe("the excerpts of real reports", () => {
  test("state the figures of the source where it gives them, and nothing where it does not", () => {
    const penalties = find("yanchi-dashuikeng")?.report;
    expect([penalties?.cells["t2.penalty.prior"], penalties?.cells["t2.penalty.change"], penalties?.cells["t2.penalty.decisions"]]).toEqual(
      [1, 0, 99],
    );
    expect(penalties?.states["t4.reconsideration.total"]).toBe("absent");
    const office = find("zhanhe-zhengfuban")?.report;
    expect([
      office?.cells["t3.new.natural"],
      office?.cells["t3.unavailable.notHeld.total"],
      office?.cells["t2.procurement.amount"],
    ]).toEqual([7, 7, 6.933]);
    expect(["upheld", "corrected", "other", "pending", "total"].map((column) => office?.states[`t4.reconsideration.${column}`])).toEqual(
      Array(5).fill("blank"),
    );
    expect(office?.cells["t4.litigationAfter.total"]).toBe(0);
  });

  const hasSamples = existsSync(SAMPLES);
  if (!hasSamples) console.info(`No samples at ${SAMPLES}: the excerpts are not compared with them.`);
  describe.runIf(hasSamples)("against the samples", () => {
    test.each([
      { slug: "litong-jiguanshiwu", sample: "000_" },
      { slug: "weijuming-qu-wei", sample: "002_" },
      { slug: "leshan-jiguanshiwu", sample: "003_" },
    ])("$slug has every cell of the source", ({ slug, sample }) => {
      const file = readdirSync(SAMPLES).find((name) => name.startsWith(sample) && name.endsWith(".truth.json")) ?? "";
      const truth = JSON.parse(readFileSync(join(SAMPLES, file), "utf8")) as {
        cells: Record<string, number | null>;
        agency: string | null;
      };
      expect(find(slug)?.report.cells).toEqual(truth.cells);
      expect(find(slug)?.report.agency).toBe(truth.agency);
    });
  });
});
