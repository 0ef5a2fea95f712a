import { randomUUID } from "node:crypto";
import { officialCalendar, plainDate, type Role } from "@gongkai/statute";
import type { Ledger } from "../ledger/index.ts";
import { stoppedClock } from "../platform/clock.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { applicationProjection } from "./application-projection.ts";
import type { Officer } from "./officer.ts";
import type { ActServices } from "./perform-act.ts";
import type { RegisterApplication } from "./schema.ts";

/** A working day's morning in Shanghai. */
export function morningOf(date: string): string {
  return `${date}T01:30:00.000Z`;
}

export const SERVICES: ActServices = { calendar: officialCalendar(), hooks: [] };

/** A ledger on a day, with an organ 1. */
export function aCaseLedger(db: Queryable, date: string): Ledger {
  return {
    db,
    clock: stoppedClock(morningOf(date)),
    keys: { current: Buffer.alloc(32, 7), former: [] },
    projections: [applicationProjection(officialCalendar)],
  };
}

export async function addAnAgency(db: Queryable, agencyId = 1): Promise<void> {
  await db
    .insertInto("agency")
    .values({ agency_id: agencyId, code: `yunxi-${agencyId}`, name: "云溪县教育局", short_name: "县教育局", kind: "department" })
    .execute();
}

/** Someone of the office with these roles. */
export function anOfficer(...roles: readonly Role[]): Officer {
  const personId = randomUUID();
  return {
    actor: { kind: "person", personId, name: `岗位${personId.slice(0, 4)}`, ...(roles[0] === undefined ? {} : { role: roles[0] }) },
    roles,
    units: [],
  };
}

/** An application handed in at the counter. */
export function aRegistration(rest: Partial<RegisterApplication> = {}): RegisterApplication {
  return {
    channel: "inPerson",
    applicant: { kind: "natural", name: "申请人甲", idType: "residentId", idNumber: "110101199001010015", telephone: "010-00000000" },
    request: { title: "云溪县2025年学校校舍安全检查结果", description: "", carrier: "paper", delivery: "collect" },
    submittedOn: plainDate("2026-03-02"),
    documents: [],
    ...rest,
  };
}
