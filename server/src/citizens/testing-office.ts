import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ActName, officialCalendar, type Role } from "@gongkai/statute";
import { expect } from "vitest";
import { aLedger, aMovableClock, anOfficeApp, aRegion } from "../accounts/testing.ts";
import { applicationProjection, applicationRoutes, performAct } from "../applications/index.ts";
import type { PerformAct } from "../applications/schema.ts";
import { anOfficer } from "../applications/testing.ts";
import { readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { questionOf } from "./human-check.ts";
import { citizenNoticeHook, citizenRoutes } from "./index.ts";
import { aVisitor, begin, fillIn, readReceipt, send, type Visitor } from "./testing.ts";

/** An office that takes applications from the internet, with visitors to it and acts on their cases. */
export async function aCitizenOffice() {
  const { db } = await aDatabase();
  const clock = aMovableClock();
  const ledger = aLedger(db, { clock, projections: [applicationProjection(officialCalendar)] });
  const region = await aRegion(ledger);
  const hooks = [citizenNoticeHook];
  const files = folderFileStore(join(tmpdir(), "gongkai-test-files"));
  const app = await anOfficeApp(ledger, {
    slices: [(on, all) => applicationRoutes(on, { ...all, actHooks: hooks }), (on, all) => citizenRoutes(on, all, { actHooks: hooks })],
  });
  const ORGAN = region.bureau.code;
  let next = 1;
  /** Each from an address of its own, so that no test uses up another's tries. */
  const visitor = () => aVisitor(app, `198.51.100.${(next += 1)}`);

  async function apply(who: Visitor, changed: Parameters<typeof fillIn>[2] = {}) {
    const begun = await begin(who, ORGAN);
    await fillIn(who, begun, changed);
    const sent = await send(who, begun, { answer: String(questionOf(begun.draftId).answer) });
    expect(sent).toMatchObject({ status: 303, to: `${begun.base}/receipt` });
    return { begun, ...(await readReceipt(who, begun)) };
  }

  async function caseOf(number: string): Promise<string> {
    const row = await db
      .selectFrom("application_access")
      .select("application_id")
      .where("agency_id", "=", region.bureau.id)
      .where("receipt_number", "=", number.replaceAll(" ", ""))
      .executeTakeFirstOrThrow();
    return row.application_id;
  }

  async function act(applicationId: string, name: ActName, role: Role, given: Partial<PerformAct> = {}) {
    const history = await readHistory(db, region.bureau.id, { kind: "application", id: applicationId });
    const officer = { ...anOfficer(role), actor: { kind: "person", personId: region.staff.registrar.id, name: "岗位" } as const };
    const done = await performAct(
      ledger,
      { calendar: officialCalendar(), hooks },
      { agencyId: region.bureau.id, applicationId, act: name, officer, given: { version: history.length, ...given } },
    );
    expect(done).toMatchObject({ ok: true });
  }

  const countCases = async () =>
    (await db.selectFrom("application").select("application_id").where("agency_id", "=", region.bureau.id).execute()).length;

  return { db, clock, ledger, region, files, app, ORGAN, visitor, apply, caseOf, act, countCases };
}
