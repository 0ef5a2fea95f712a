import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CaseFile, type Edition, officialCalendar, tallyCases } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { fillDemo, fillDemoCases } from "../demo/index.ts";
import { toCase } from "../applications/index.ts";
import { readChain, type Ledger, type StoredEvent } from "../ledger/index.ts";
import { stoppedClock } from "../platform/clock.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { listProjections } from "../projections.ts";
import { toRemedy } from "../remedies/index.ts";
import { listActHooks } from "../slices.ts";
import { aKey } from "../testing.ts";
import { countTables, regionCountTables } from "./count-tables.ts";

const { db } = await aDatabase();
const ledger: Ledger = {
  db,
  clock: stoppedClock("2026-03-20T01:30:00.000Z"),
  keys: aKey(),
  projections: listProjections(officialCalendar),
};
const files = folderFileStore(mkdtempSync(join(tmpdir(), "figures-")));
const hooks = listActHooks({ ledger, files });
const needs = { ledger, services: () => ({ calendar: officialCalendar(), hooks }), calendar: officialCalendar };
await fillDemo(needs);
await fillDemoCases(needs, new AbortController().signal);
const agencies = (await db.selectFrom("agency").select("agency_id").where("agency_id", ">", 0).execute()).map(({ agency_id }) => agency_id);

/** The organ's cases as statute counts them: from the events alone. */
async function listCases(agencyId: number): Promise<readonly CaseFile[]> {
  const streams = new Map<string, StoredEvent[]>();
  for await (const page of readChain(db, agencyId)) {
    for (const event of page) {
      if (event.stream.kind !== "application" && event.stream.kind !== "remedy") continue;
      const stream = streams.get(event.stream.id) ?? [];
      stream.push(event);
      streams.set(event.stream.id, stream);
    }
  }
  return [...streams.values()].map((history) =>
    history[0]?.stream.kind === "remedy"
      ? { kind: "remedy", ...toRemedy(history) }
      : { kind: "application", applicant: { kind: history[0]?.payload["applicantKind"] as "natural" }, ...toCase(history) },
  );
}

describe("tables 3 and 4 counted in the database", () => {
  const years: readonly (readonly [number, Edition])[] = [
    [2023, "2021"],
    [2024, "2021"],
    [2025, "2021"],
    [2026, "2021"],
    [2025, "2019"],
  ];
  test.each(years)("are those of %i that statute counts from the events, in the edition of %s", async (year, edition) => {
    let counted = 0;
    for (const agencyId of agencies) {
      const expected = tallyCases(await listCases(agencyId), year, edition, { calendar: officialCalendar() }).cells;
      expect(await countTables(db, agencyId, year, edition), `organ ${agencyId}`).toEqual(expected);
      counted += expected["t3.new.total"] ?? 0;
    }
    if (year === 2025) expect(counted).toBeGreaterThan(20);
  });

  test("foot: new and carried in are results and carried out, in every column", async () => {
    for (const [, cells] of await regionCountTables(db, agencies, 2025)) {
      for (const column of ["natural", "business", "total"]) {
        const at = (row: string) => cells[`t3.${row}.${column}`] ?? 0;
        expect(at("new") + at("carriedIn")).toBe(at("total") + at("carriedOut"));
      }
    }
  });

  test("carry out at the end of a year what the next year carries in", async () => {
    const [before, after] = [await regionCountTables(db, agencies, 2025), await regionCountTables(db, agencies, 2026)];
    for (const agencyId of agencies)
      expect(after.get(agencyId)?.["t3.carriedIn.total"]).toBe(before.get(agencyId)?.["t3.carriedOut.total"]);
  });
});
