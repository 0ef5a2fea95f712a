import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePlainText } from "@gongkai/document/write";
import { type ActName, officialCalendar } from "@gongkai/statute";
import { afterAll } from "vitest";
import { type Officer, performAct } from "../applications/index.ts";
import { registerApplication } from "../applications/register-application.ts";
import { reviewDraft } from "../applications/review-draft.ts";
import type { PerformAct, RegisterApplication } from "../applications/schema.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration } from "../applications/testing.ts";
import type { Ledger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { letterHook } from "./letter-hook.ts";
import { openLetter } from "./open-letter.ts";
import { listLetters } from "./queries.ts";
import { LETTER_PROJECTIONS } from "./templates.ts";

export const KEYS = { current: Buffer.alloc(32, 7), former: [] };
export const registrar = anOfficer("registrar");
export const head = anOfficer("officeHead");
export const handler = anOfficer("handler");
export const HANDLER = handler.actor.kind === "person" ? handler.actor.personId : "";
export const unitHead = anOfficer("unitHead");
export const leader = anOfficer("leader");

export const denial: Partial<PerformAct> = { outcome: "denied.process", article: "第十六条第二款", reason: "属于尚未定稿的过程稿" };

/** An organ with its posts, its files in a folder that goes with the tests, and cases whose acts give letters. */
export async function aLetterOffice() {
  const { db } = await aDatabase();
  const folder = mkdtempSync(join(tmpdir(), "letters-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const files = folderFileStore(folder);
  const services = { calendar: officialCalendar(), hooks: [letterHook({ files, keys: KEYS })] };
  const ledgerOn = (date: string): Ledger => {
    const ledger = aCaseLedger(db, date);
    return { ...ledger, projections: [...ledger.projections, ...LETTER_PROJECTIONS] };
  };

  await db
    .insertInto("agency")
    .values({ agency_id: 9, code: "yunxi", name: "云溪县人民政府", short_name: "县政府", kind: "government" })
    .execute();
  await addAnAgency(db);
  await db.insertInto("person").values({ person_id: HANDLER, sign_in_name: "handler", name: "承办人甲" }).execute();
  await db.insertInto("post").values({ agency_id: 1, post_id: HANDLER, role: "handler", holder_id: HANDLER }).execute();
  await db
    .updateTable("agency")
    .set({
      parent_id: 9,
      letter_mark: "云教公开",
      contact: JSON.stringify({ telephone: "0000-0000000", address: "云溪县文昌路1号" }),
      settings: JSON.stringify({ letters: { court: "云溪县人民法院", payment: "到云溪县行政服务中心缴纳" } }),
    })
    .where("agency_id", "=", 1)
    .execute();

  async function aCase(rest: Partial<RegisterApplication> = {}, date = "2026-03-02") {
    const registered = await registerApplication(ledgerOn(date), services, { agencyId: 1, officer: registrar, given: aRegistration(rest) });
    if (!registered.ok) throw new Error(registered.refusal);
    let { version } = registered.value;
    const { id } = registered.value;
    const act = async (on: string, officer: Officer, name: ActName, given: Partial<PerformAct> = {}) => {
      const done = await performAct(ledgerOn(on), services, {
        agencyId: 1,
        applicationId: id,
        act: name,
        officer,
        given: { version, ...given },
      });
      if (done.ok) version = done.value.version;
      return done;
    };
    const review = async (on: string, officer: Officer) => {
      const done = await reviewDraft(ledgerOn(on), { agencyId: 1, applicationId: id, officer, given: { version, opinion: "" } });
      if (done.ok) version = done.value.version;
      return done;
    };
    const letters = () => listLetters(db, 1, id);
    const read = async (kind: string, officer: Officer = registrar) => {
      const letter = (await letters()).find((one) => one.kind === kind);
      if (letter === undefined) throw new Error(`no ${kind}`);
      const opened = await openLetter(ledgerOn("2026-03-30"), files, {
        agencyId: 1,
        applicationId: id,
        letterId: letter.letter_id,
        officer,
      });
      return opened.ok ? writePlainText(opened.value.doc) : opened.refusal;
    };
    return { id, act, review, letters, read, first: registered.value };
  }

  async function anAssignedCase(rest: Partial<RegisterApplication> = {}) {
    const file = await aCase(rest);
    const assigned = await file.act("2026-03-03", head, "assign", { handlerId: HANDLER });
    if (!assigned.ok) throw new Error(assigned.refusal);
    return file;
  }

  /** Through the chain to the leader's signature. */
  async function sign(file: Awaited<ReturnType<typeof aCase>>, given: Partial<PerformAct>) {
    const drafted = await file.act("2026-03-10", handler, "draftReply", given);
    if (!drafted.ok) return drafted;
    await file.review("2026-03-11", unitHead);
    await file.review("2026-03-12", head);
    return file.act("2026-03-13", leader, "sign", { isSealed: true });
  }

  return { db, folder, files, services, ledgerOn, aCase, anAssignedCase, sign };
}
