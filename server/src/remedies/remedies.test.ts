import { type CaseFile, plainDate, tallyCases, officialCalendar } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { performAct, registerApplication, reviewDraft, toCase } from "../applications/index.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration } from "../applications/testing.ts";
import { readHistory, type Ledger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { closeRedo } from "./close-redo.ts";
import { fileRemedy } from "./file-remedy.ts";
import { listRemedies } from "./queries.ts";
import { decideRemedy, receiveCopy, replyToRemedy } from "./record-steps.ts";
import { remedyProjection, toRemedy } from "./remedy-projection.ts";
import { FileRemedy, RemedyQuery } from "./schema.ts";

const { db } = await aDatabase();
await addAnAgency(db);
const services = { calendar: officialCalendar(), hooks: [closeRedo] };
const registrar = anOfficer("registrar");
const lawyer = anOfficer("legalReviewer");

function on(date: string): Ledger {
  const ledger = aCaseLedger(db, date);
  return { ...ledger, projections: [...ledger.projections, remedyProjection(officialCalendar)] };
}

/** An application answered on the spot on 2 March 2026 and delivered. */
async function anAnswered(): Promise<string> {
  const registered = await registerApplication(on("2026-03-02"), services, { agencyId: 1, officer: registrar, given: aRegistration() });
  if (!registered.ok) throw new Error(registered.refusal);
  const { id, version } = registered.value;
  const given = { version, outcome: "nonexistent", article: "第三十六条第四项", reason: "检索未见", isSealed: true } as const;
  const answered = await performAct(on("2026-03-02"), services, {
    agencyId: 1,
    applicationId: id,
    act: "answerOnSpot",
    officer: registrar,
    given,
  });
  if (!answered.ok) throw new Error(answered.refusal);
  const served = { version: answered.value.version, deliveryWay: "collect", proof: "本人签收" } as const;
  const delivered = await performAct(on("2026-03-03"), services, {
    agencyId: 1,
    applicationId: id,
    act: "serve",
    officer: registrar,
    given: served,
  });
  if (!delivered.ok) throw new Error(delivered.refusal);
  return id;
}

const aFiling = (application: string | null, rest: object = {}): FileRemedy =>
  FileRemedy.parse({
    kind: "reconsideration",
    application,
    body: "云溪县人民政府",
    filedOn: "2026-04-01",
    receivedOn: "2026-04-07",
    ...rest,
  });

const findRow = async (id: string) => (await listRemedies(db, 1, RemedyQuery.parse({}))).rows.find(({ remedy_id }) => remedy_id === id);

describe("a reconsideration", () => {
  test("gives the organ ten working days for its reply, five in the simplified procedure", async () => {
    const ordinary = await fileRemedy(on("2026-04-07"), { agencyId: 1, officer: lawyer, given: aFiling(null) });
    const simple = await fileRemedy(on("2026-04-07"), { agencyId: 1, officer: lawyer, given: aFiling(null, { isSimplified: true }) });
    if (!ordinary.ok || !simple.ok) throw new Error("refused");
    expect((await findRow(ordinary.value.id))?.reply_due_on).toBe("2026-04-21");
    expect((await findRow(simple.value.id))?.reply_due_on).toBe("2026-04-14");
  });

  test("that orders a new answer opens the case again, and the new answer closes the duty", async () => {
    const application = await anAnswered();
    const filed = await fileRemedy(on("2026-04-07"), { agencyId: 1, officer: lawyer, given: aFiling(application) });
    if (!filed.ok) throw new Error(filed.refusal);
    const { id } = filed.value;
    const call = { agencyId: 1, remedyId: id, officer: lawyer };
    expect(await replyToRemedy(on("2026-04-15"), { ...call, given: { version: 2, documents: [] } })).toMatchObject({ ok: true });
    const decision = {
      version: 3,
      on: plainDate("2026-05-20"),
      result: "责令履行",
      redo: true,
      redoDays: 15,
      documents: [] as string[],
    } as const;
    expect(await decideRemedy(on("2026-05-20"), services, { ...call, given: decision })).toMatchObject({ ok: true });
    expect(await findRow(id)).toMatchObject({ result: "corrected", result_detail: "责令履行", redo_due_on: "2026-06-10", redone_on: null });
    const reopened = await db
      .selectFrom("application")
      .selectAll()
      .where("agency_id", "=", 1)
      .where("application_id", "=", application)
      .executeTakeFirstOrThrow();
    expect(reopened).toMatchObject({ state: "reopened", due_on: "2026-06-10", decided_on: null });

    const act = { agencyId: 1, applicationId: application };
    const draft = { version: reopened.version, outcome: "granted", article: "第三十六条第二项" } as const;
    const drafted = await performAct(on("2026-06-01"), services, {
      ...act,
      act: "draftReply",
      officer: anOfficer("handler"),
      given: draft,
    });
    if (!drafted.ok) throw new Error(drafted.refusal);
    for (const [step, role] of (["unitHead", "officeHead"] as const).entries()) {
      const given = { version: drafted.value.version + step, opinion: "同意" };
      expect(await reviewDraft(on("2026-06-02"), { ...act, officer: anOfficer(role), given })).toMatchObject({ ok: true });
    }
    const sign = { version: drafted.value.version + 2, isSealed: true };
    expect(await performAct(on("2026-06-03"), services, { ...act, act: "sign", officer: anOfficer("leader"), given: sign })).toMatchObject({
      ok: true,
    });
    expect(await findRow(id)).toMatchObject({ redone_on: "2026-06-03" });
  });

  test("is refused twice: a copy received already, a case already decided, and by whom it is no business of", async () => {
    const filed = await fileRemedy(on("2026-04-07"), { agencyId: 1, officer: lawyer, given: aFiling(null) });
    if (!filed.ok) throw new Error(filed.refusal);
    const call = { agencyId: 1, remedyId: filed.value.id, officer: lawyer };
    const copy = { version: 2, on: plainDate("2026-04-07"), isSimplified: false };
    expect(await receiveCopy(on("2026-04-08"), { ...call, given: copy })).toEqual({ ok: false, refusal: "copy-received-already" });
    expect(await replyToRemedy(on("2026-04-08"), { ...call, officer: anOfficer("handler"), given: { version: 2, documents: [] } })).toEqual(
      { ok: false, refusal: "not-allowed" },
    );
    const decision = { version: 2, on: plainDate("2026-05-20"), result: "维持", redo: false, documents: [] as string[] } as const;
    expect(await decideRemedy(on("2026-05-20"), services, { ...call, given: decision })).toMatchObject({ ok: true });
    expect(await decideRemedy(on("2026-05-20"), services, { ...call, given: { ...decision, version: 3 } })).toEqual({
      ok: false,
      refusal: "decided-already",
    });
  });
});

test("table 4 counted from the ledger is what its list shows cell by cell", async () => {
  const ids = (await listRemedies(db, 1, RemedyQuery.parse({}))).rows;
  const files: CaseFile[] = [];
  for (const { remedy_id: id } of ids) files.push({ kind: "remedy", ...toRemedy(await readHistory(db, 1, { kind: "remedy", id })) });
  const { cells } = tallyCases(files, 2026, "2021", { calendar: officialCalendar() });
  for (const result of ["upheld", "corrected", "other", "pending", "total"] as const) {
    const { total } = await listRemedies(db, 1, RemedyQuery.parse({ kind: "reconsideration", year: "2026", result }));
    expect(total, result).toBe(cells[`t4.reconsideration.${result}`]);
  }
});

test("applications are folded the same with a remedy on record", async () => {
  const application = await anAnswered();
  await fileRemedy(on("2026-04-07"), { agencyId: 1, officer: lawyer, given: aFiling(application) });
  const history = await readHistory(db, 1, { kind: "application", id: application });
  expect(toCase(history).events.at(-1)).toMatchObject({ type: "noted", name: "remedyFiled" });
});
