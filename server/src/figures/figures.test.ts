import { plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { performAct, registerApplication } from "../applications/index.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration, SERVICES } from "../applications/testing.ts";
import type { Ledger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { countTables } from "./count-tables.ts";
import { draftReport } from "./draft-report.ts";
import { countByHandler, findSnapshot } from "./queries.ts";
import { SNAPSHOT_PROJECTION, takeSnapshot } from "./snapshot.ts";

const { db } = await aDatabase();
await addAnAgency(db);
const head = anOfficer("officeHead");
const registrar = anOfficer("registrar");

function on(date: string): Ledger {
  const ledger = aCaseLedger(db, date);
  return { ...ledger, projections: [...ledger.projections, SNAPSHOT_PROJECTION] };
}

async function anApplicationOn(date: string) {
  const given = aRegistration({ submittedOn: plainDate(date) });
  const done = await registerApplication(on("2026-02-02"), SERVICES, { agencyId: 1, officer: registrar, given });
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
}

describe("the figures of a year", () => {
  test("cannot be fixed before it is over, nor by anybody but the head of the office", async () => {
    expect(await takeSnapshot(on("2025-12-31"), { agencyId: 1, year: 2025, version: 0, officer: head })).toEqual({
      ok: false,
      refusal: "year-not-over",
    });
    expect(await takeSnapshot(on("2026-01-05"), { agencyId: 1, year: 2025, version: 0, officer: registrar })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
  });

  test("once published stay as they are; a case entered late shows as a difference", async () => {
    await anApplicationOn("2025-12-01");
    expect(await takeSnapshot(on("2026-01-20"), { agencyId: 1, year: 2025, version: 0, officer: head })).toEqual({
      ok: true,
      value: { version: 1 },
    });
    await anApplicationOn("2025-12-10");
    expect((await findSnapshot(db, 1, 2025))?.cells["t3.new.total"]).toBe(1);
    expect((await countTables(db, 1, 2025))["t3.new.total"]).toBe(2);
  });

  test("of two who fix them at once the second is told", async () => {
    expect(await takeSnapshot(on("2026-01-20"), { agencyId: 1, year: 2025, version: 0, officer: head })).toEqual({
      ok: false,
      refusal: "changed-meanwhile",
    });
  });

  test("make a draft of the report whose tables 3 and 4 break no rule", async () => {
    const { id, version } = await anApplicationOn("2026-01-12");
    const given = { version, outcome: "nonexistent", article: "第三十六条第四项", reason: "检索未见", isSealed: true } as const;
    await performAct(on("2026-02-02"), SERVICES, { agencyId: 1, applicationId: id, act: "answerOnSpot", officer: registrar, given });
    const report = await draftReport(db, { agency_id: 1, name: "云溪县教育局" }, 2026);
    expect(report).toMatchObject({ edition: "2021", year: 2026, title: "云溪县教育局2026年政府信息公开工作年度报告" });
    expect(report.cells["t3.unavailable.notHeld.natural"]).toBe(1);
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("tell what lies with whom: open, overdue and answered; nobody's cases last", async () => {
    const [nobody, ...others] = await countByHandler(db, 1, 2026, "2026-03-20");
    expect(others).toEqual([]);
    expect(nobody).toMatchObject({ id: null, name: "没有交办", received: 1, answered: 1, late: 0, open: 2, overdue: 2 });
    expect(await countByHandler(db, 2, 2026, "2026-03-20")).toEqual([]);
  });
});
