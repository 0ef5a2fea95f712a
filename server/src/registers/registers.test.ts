import { type CaseFile, foldCase, foldRemedy, officialCalendar, parseCases, tallyCases } from "@gongkai/statute";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aHistory, aRemedy } from "@gongkai/statute/testing";
import { performAct, registerApplication } from "../applications/index.ts";
import { addAnAgency, anOfficer, aRegistration, SERVICES } from "../applications/testing.ts";
import { countTables } from "../figures/index.ts";
import { openSealed, readHistory, rebuildProjections, verifyLedger } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { checkImport } from "./check-import.ts";
import { exportCases } from "./export-cases.ts";
import { importCases } from "./import-cases.ts";
import { cancelImport, changeMapping, createImport, finishImport, startImport, undoImport } from "./import-steps.ts";
import { openContent } from "./import-store.ts";
import { recordExport } from "./record-export.ts";
import { runImport } from "./run-import.ts";
import { aDraft, aRegisterStore, getImport, importAll, KEEPER, someCases, TODAY } from "./testing.ts";

const { db } = await aDatabase();
const stores = aRegisterStore(db);
const { ledger } = stores;
const calendar = officialCalendar();
const on = { today: TODAY, calendar };
const handler = anOfficer("handler");
let organs = 0;

async function anOrgan(): Promise<number> {
  organs += 1;
  await addAnAgency(db, organs);
  return organs;
}

const aCase = (number: string, rest: object = {}) => ({
  kind: "application",
  number,
  applicant: { kind: "natural", name: "申请人甲", idNumber: "110101199001010015" },
  channel: "postSigned",
  request: { title: "云溪县校舍检查结果" },
  events: [
    { type: "submitted", on: "2021-03-02" },
    { type: "replied", on: "2021-03-20", outcome: "nonexistent" },
  ],
  ...rest,
});
const apps = (agencyId: number) => db.selectFrom("application").selectAll().where("agency_id", "=", agencyId).orderBy("number").execute();
const undo = async (agencyId: number, importId: string) => {
  const { version } = await getImport(stores, agencyId, importId);
  const begun = await undoImport(stores, { agencyId, importId, officer: KEEPER, version, queued: false });
  return begun.ok ? runImport(stores, { agencyId, importId, officer: KEEPER, calendar }) : begun;
};

describe("an import", { timeout: 60_000 }, () => {
  test("writes each case on its own dates, with its number as printed and who applied under seal", async () => {
    const agencyId = await anOrgan();
    const record = await importAll(stores, agencyId, [aCase("2021-0007"), aCase("云教申〔2020〕3号")]);
    expect(record).toMatchObject({ state: "finished", imported: 2, refused: 0, content_sha256: null });
    const [row] = await apps(agencyId);
    expect(row).toMatchObject({
      number: "2021-0007",
      state: "decided",
      received_on: "2021-03-02",
      decided_on: "2021-03-20",
      applicant_name: "申**",
    });
    const history = await readHistory(db, agencyId, { kind: "application", id: row?.application_id ?? "" });
    expect(history.map(({ type, on: day }) => `${type} ${day}`)).toEqual([
      "submitted 2021-03-02",
      "replied 2021-03-20",
      `imported ${TODAY}`,
    ]);
    expect(JSON.stringify(history)).not.toContain("110101199001010015");
    const sealedId = history[0]?.payload["applicant"] as string;
    expect(await openSealed(db, ledger.keys, { agencyId, sealedId, purpose: "applicant" })).toMatchObject({
      idNumber: "110101199001010015",
    });
  });

  test("lets the organ's numbers go on above those brought in, and verification finds nothing wrong", async () => {
    const agencyId = await anOrgan();
    const own = () => registerApplication(ledger, SERVICES, { agencyId, officer: KEEPER, given: aRegistration() });
    expect(await own()).toMatchObject({ value: { number: "2026-0001" } });
    await importAll(stores, agencyId, [aCase("2026-0040", { events: [{ type: "submitted", on: "2026-02-02" }] }), aCase("2021-0005")]);
    expect(await own()).toMatchObject({ value: { number: "2026-0041" } });
    expect((await verifyLedger(db)).faults).toEqual([]);
    const tampered = async (spoil: (tx: typeof db) => Promise<unknown>) => {
      const tx = await db.startTransaction().execute();
      await spoil(tx);
      const { faults } = await verifyLedger(tx);
      await tx.rollback().execute();
      return faults.map(({ fault, message }) => `${fault} ${message}`);
    };
    const startsAt = (at: number) => (tx: typeof db) =>
      tx.updateTable("number_series").set({ starts_at: at }).where("agency_id", "=", agencyId).where("year", "=", 2021).execute();
    expect(await tampered(startsAt(3))).toEqual([expect.stringContaining("number-gap")]);
    const without = (tx: typeof db) => tx.deleteFrom("issued_number").where("agency_id", "=", agencyId).where("number", "=", 1).execute();
    expect(await tampered(without)).toEqual([expect.stringContaining("缺第1号")]);
  });

  test("leaves out rows that are wrong, have a number that is taken, or come twice, and says so row by row", async () => {
    const agencyId = await anOrgan();
    await importAll(stores, agencyId, [aCase("2021-0001")]);
    const values = [
      aCase("2021-0001"),
      aCase("2021-0002"),
      aCase("2021-0002"),
      aCase("2021-0003", { channel: "pigeon" }),
      aCase("2021-0004", { events: [{ type: "replied", on: "2021-03-02", outcome: "granted" }] }),
    ];
    const draft = await aDraft(stores, agencyId, someCases(values));
    const rows = await checkImport(db, draft, someCases(values).content, on);
    expect(rows.map(({ problems }) => problems[0]?.message ?? "")).toEqual([
      expect.stringContaining("已在系统中"),
      "",
      "编号与第2行相同。",
      expect.stringContaining("channel"),
      expect.stringContaining("最早的事件"),
    ]);
    const begun = await startImport(stores, { agencyId, importId: draft.import_id, officer: KEEPER, version: 1, ...on, queued: false });
    expect(begun).toMatchObject({ ok: true });
    expect(await runImport(stores, { agencyId, importId: draft.import_id, officer: KEEPER, calendar })).toMatchObject({
      value: { imported: 1, refused: 4 },
    });
  });

  test("of the same file a second time is refused on every row, until the first is undone", async () => {
    const agencyId = await anOrgan();
    const values = [aCase("2021-0001"), { ...aCase("x"), number: undefined }];
    const first = await importAll(stores, agencyId, values);
    const again = await aDraft(stores, agencyId, someCases(values));
    const rows = await checkImport(db, again, someCases(values).content, on);
    expect(rows.map(({ problems }) => problems.at(-1)?.message)).toEqual([
      expect.stringContaining("同一文件已于2026-03-02导入"),
      expect.stringContaining("同一文件"),
    ]);
    expect(
      await startImport(stores, { agencyId, importId: again.import_id, officer: KEEPER, version: 1, ...on, queued: false }),
    ).toMatchObject({ refusal: "nothing-to-import" });
    expect(await undo(agencyId, first.import_id)).toMatchObject({ ok: true });
    expect(await importAll(stores, agencyId, values)).toMatchObject({ imported: 2 });
  });

  test("is taken back whole: cases, search text and identities are gone, the numbers are not given again", async () => {
    const agencyId = await anOrgan();
    const record = await importAll(stores, agencyId, [
      aCase("2026-0009", { events: [{ type: "submitted", on: "2026-02-02" }] }),
      { kind: "remedy", remedy: "reconsideration", events: [{ type: "filed", on: "2021-05-06" }] },
    ]);
    const [row] = await apps(agencyId);
    const sealedId = (await readHistory(db, agencyId, { kind: "application", id: row?.application_id ?? "" }))[0]?.payload[
      "applicant"
    ] as string;
    expect(await undo(agencyId, record.import_id)).toMatchObject({ value: { state: "withdrawn", imported: 0, withdrawn: 2 } });
    expect(await apps(agencyId)).toEqual([]);
    expect(await db.selectFrom("remedy").selectAll().where("agency_id", "=", agencyId).execute()).toEqual([]);
    expect(await db.selectFrom("application_request").selectAll().where("agency_id", "=", agencyId).execute()).toEqual([]);
    expect(await openSealed(db, ledger.keys, { agencyId, sealedId, purpose: "applicant" })).toBeUndefined();
    await rebuildProjections(db, ledger.projections);
    expect(await apps(agencyId)).toEqual([]);
    const given = { version: 2, outcome: "granted", article: "第三十六条第二项" } as const;
    expect(
      await performAct(ledger, SERVICES, {
        agencyId,
        applicationId: row?.application_id ?? "",
        act: "answerOnSpot",
        officer: KEEPER,
        given,
      }),
    ).toMatchObject({ refusal: "not-found" });
    const next = await registerApplication(ledger, SERVICES, { agencyId, officer: KEEPER, given: aRegistration() });
    expect(next).toMatchObject({ value: { number: "2026-0010" } });
  });

  test("is not taken back once something was done to one of its cases", async () => {
    const agencyId = await anOrgan();
    const record = await importAll(stores, agencyId, [aCase("2026-0001", { events: [{ type: "submitted", on: "2026-03-02" }] })]);
    const [row] = await apps(agencyId);
    await performAct(ledger, SERVICES, {
      agencyId,
      applicationId: row?.application_id ?? "",
      act: "register",
      officer: KEEPER,
      given: { version: row?.version ?? 0 },
    });
    expect(await undo(agencyId, record.import_id)).toEqual({ ok: false, refusal: "changed-since" });
    expect(await apps(agencyId)).toHaveLength(1);
  });

  test("that is stopped half-way goes on where it was, and cancelled keeps what it has until it is undone", async () => {
    const agencyId = await anOrgan();
    const values = Array.from({ length: 110 }, (_, index) => aCase(`2021-${String(index + 1).padStart(4, "0")}`));
    const { import_id: importId } = await aDraft(stores, agencyId, someCases(values));
    await startImport(stores, { agencyId, importId, officer: KEEPER, version: 1, ...on, queued: false });
    const stop = new AbortController();
    const call = { agencyId, importId, officer: KEEPER, calendar };
    await runImport(stores, { ...call, signal: stop.signal, onProgress: () => stop.abort() });
    expect(await getImport(stores, agencyId, importId)).toMatchObject({ state: "running", done_rows: 100 });
    await runImport(stores, call);
    expect(await getImport(stores, agencyId, importId)).toMatchObject({ state: "finished", imported: 110 });
    const other = await aDraft(stores, agencyId, someCases(values.map((one) => ({ ...one, number: `b${one.number}` }))));
    await startImport(stores, { agencyId, importId: other.import_id, officer: KEEPER, version: 1, ...on, queued: false });
    const half = new AbortController();
    await runImport(stores, { ...call, importId: other.import_id, signal: half.signal, onProgress: () => half.abort() });
    expect(await cancelImport(stores, { agencyId, importId: other.import_id, officer: KEEPER })).toMatchObject({ ok: true });
    expect(await runImport(stores, { ...call, importId: other.import_id })).toEqual({ ok: false, refusal: "not-running" });
    expect(await getImport(stores, agencyId, other.import_id)).toMatchObject({ state: "cancelled", imported: 100, content_sha256: null });
    expect(await undo(agencyId, other.import_id)).toMatchObject({ value: { state: "withdrawn" } });
    expect(await apps(agencyId)).toHaveLength(110);
  });

  test("links a remedy to the application it is about", async () => {
    const agencyId = await anOrgan();
    await importAll(stores, agencyId, [
      aCase("2021-0001"),
      {
        kind: "remedy",
        remedy: "reconsideration",
        number: "云复〔2021〕1号",
        application: "2021-0001",
        body: "云溪县人民政府",
        events: [{ type: "filed", on: "2021-04-06" }],
      },
    ]);
    const [row] = await apps(agencyId);
    expect(await db.selectFrom("remedy").selectAll().where("agency_id", "=", agencyId).execute()).toMatchObject([
      { application_id: row?.application_id, body: "云溪县人民政府", number: "云复〔2021〕1号" },
    ]);
  });
});

describe("refused", () => {
  const draftOf = async (values: readonly object[] = [aCase("2021-0001")]) => {
    const agencyId = await anOrgan();
    const draft = await aDraft(stores, agencyId, someCases(values));
    return { agencyId, importId: draft.import_id, officer: KEEPER, version: draft.version };
  };

  test("to those who do not keep the register", async () => {
    const call = await draftOf();
    const theirs = { ...call, officer: handler };
    const { agencyId, importId } = call;
    expect(await createImport(stores, { agencyId, officer: handler, name: "a", ...someCases([aCase("1")]) })).toMatchObject({
      refusal: "not-allowed",
    });
    expect(await startImport(stores, { ...theirs, ...on, queued: false })).toMatchObject({ refusal: "not-allowed" });
    expect(await cancelImport(stores, theirs)).toMatchObject({ refusal: "not-allowed" });
    expect(await undoImport(stores, { ...theirs, queued: false })).toMatchObject({ refusal: "not-allowed" });
    expect(await recordExport(ledger, { agencyId, officer: handler, withIdentities: false, reason: "" })).toMatchObject({
      refusal: "not-allowed",
    });
    expect(await getImport(stores, agencyId, importId)).toMatchObject({ state: "draft", version: 1 });
  });

  test("of nothing, of what is not there, and of an old version", async () => {
    const call = await draftOf();
    expect(
      await createImport(stores, {
        agencyId: call.agencyId,
        officer: KEEPER,
        name: "a",
        bytes: new Uint8Array(),
        content: { format: "cases", values: [] },
      }),
    ).toMatchObject({ refusal: "not-a-register" });
    expect(await cancelImport(stores, { ...call, importId: "00000000-0000-4000-8000-000000000000" })).toMatchObject({
      refusal: "not-found",
    });
    expect(await startImport(stores, { ...call, version: 4, ...on, queued: false })).toMatchObject({ refusal: "changed-meanwhile" });
    expect(
      await createImport(stores, {
        agencyId: call.agencyId,
        officer: KEEPER,
        name: "a",
        bytes: new Uint8Array(),
        content: { format: "cases", values: Array.from({ length: 200_001 }, () => null) },
      }),
    ).toMatchObject({ refusal: "too-many-rows" });
  });

  test("a mapping for case files, and a column that is two fields", async () => {
    const call = await draftOf();
    const { mapping } = await getImport(stores, call.agencyId, call.importId);
    expect(await changeMapping(stores, { ...call, mapping })).toMatchObject({ refusal: "no-mapping" });
    const table = await aDraft(stores, call.agencyId, {
      bytes: new Uint8Array([1]),
      content: { format: "table", headings: ["编号", "收到日期"], rows: [{ row: 2, cells: ["1", "2021-03-02"] }] },
    });
    const change = { ...call, importId: table.import_id };
    expect(await changeMapping(stores, { ...change, mapping: { ...table.mapping, columns: { number: 0, receivedOn: 0 } } })).toMatchObject({
      refusal: "column-twice",
    });
    expect(
      await changeMapping(stores, { ...change, mapping: { ...table.mapping, applicantKind: "natural", channel: "inPerson" } }),
    ).toMatchObject({ ok: true });
    expect(await startImport(stores, { ...change, version: 2, ...on, queued: false })).toMatchObject({ ok: true });
    expect(await changeMapping(stores, { ...change, version: 3, mapping })).toMatchObject({ refusal: "not-a-draft" });
  });

  test("to begin where every row is wrong, where no job can be queued, and twice", async () => {
    const wrong = await draftOf([aCase("1", { channel: "pigeon" })]);
    expect(await startImport(stores, { ...wrong, ...on, queued: false })).toMatchObject({ refusal: "nothing-to-import" });
    const call = await draftOf();
    expect(await startImport(stores, { ...call, ...on, queued: true })).toMatchObject({ refusal: "queue-missing" });
    expect(await startImport(stores, { ...call, ...on, queued: false })).toMatchObject({ ok: true });
    expect(await startImport(stores, { ...call, version: 2, ...on, queued: false })).toMatchObject({ refusal: "not-a-draft" });
  });

  test("to undo what has not ended, to end or cancel what does not run, to write a chunk twice", async () => {
    const call = await draftOf();
    expect(await undoImport(stores, { ...call, queued: false })).toMatchObject({ refusal: "not-ended" });
    expect(await finishImport(stores, call)).toMatchObject({ refusal: "not-running" });
    await startImport(stores, { ...call, ...on, queued: false });
    const { agencyId, importId, officer } = call;
    const chunk = { agencyId, importId, actor: officer.actor, from: 0, length: 1, cases: [] };
    expect(await importCases(ledger, chunk)).toMatchObject({ ok: true });
    expect(await importCases(ledger, chunk)).toMatchObject({ refusal: "not-running" });
    expect(await finishImport(stores, { agencyId, importId, officer })).toMatchObject({ ok: true });
    expect(await cancelImport(stores, { agencyId, importId, officer })).toMatchObject({ refusal: "not-running" });
  });
});

describe("an export", { timeout: 60_000 }, () => {
  const exported = async (agencyId: number, withIdentities = false) => {
    const files: object[] = [];
    for await (const one of exportCases(ledger, { agencyId, withIdentities })) files.push(one);
    return files;
  };

  test("holds no identity unless asked, and then the opening stands on record with its reason", async () => {
    const agencyId = await anOrgan();
    await importAll(stores, agencyId, [aCase("2021-0001")]);
    expect(JSON.stringify(await exported(agencyId))).not.toMatch(/110101199001010015|申请人甲/);
    const call = { agencyId, officer: KEEPER, withIdentities: true, reason: "移交档案馆" };
    expect(await recordExport(ledger, call)).toMatchObject({ ok: true });
    expect(JSON.stringify(await exported(agencyId, true))).toContain("110101199001010015");
    const opening = await db
      .selectFrom("event")
      .select(["type", "payload"])
      .where("agency_id", "=", agencyId)
      .where("stream_kind", "=", "access")
      .executeTakeFirstOrThrow();
    expect(opening).toMatchObject({ type: "applicantsExported", payload: { count: 1, reason: "移交档案馆" } });
  });

  test("brought into another organ gives the same states and the same tables 3 and 4", async () => {
    const aFile = fc.oneof({ weight: 4, arbitrary: aHistory }, { weight: 1, arbitrary: aRemedy });
    const past = ({ events }: CaseFile) => events.every(({ on: day }) => day <= TODAY);
    await fc.assert(
      fc.asyncProperty(fc.array(aFile.filter(past), { minLength: 1, maxLength: 12 }), async (files) => {
        const here = await anOrgan();
        await importAll(stores, here, files);
        const out = await exported(here);
        const back = parseCases(out.map((one) => JSON.stringify(one)).join("\n"));
        if (!back.ok) throw new Error(JSON.stringify(back.problems));
        const there = await anOrgan();
        await importAll(stores, there, out);
        const again = parseCases((await exported(there)).map((one) => JSON.stringify(one)).join("\n"));
        if (!again.ok) throw new Error(JSON.stringify(again.problems));
        expect(statesOf(back.value)).toEqual(statesOf(files));
        expect(statesOf(again.value)).toEqual(statesOf(files));
        for (const year of [2019, 2021, 2025]) {
          const edition = year === 2019 ? "2019" : "2021";
          const tally = tallyCases(files, year, edition, { calendar }).cells;
          expect(tallyCases(back.value, year, edition, { calendar }).cells).toEqual(tally);
          expect(await countTables(db, here, year, edition)).toEqual(tally);
          expect(await countTables(db, there, year, edition)).toEqual(tally);
        }
      }),
      { numRuns: 12 },
    );
    expect((await verifyLedger(db)).faults).toEqual([]);
  });
});

/** What follows from each case, in an order that does not depend on where it stands. */
function statesOf(files: readonly CaseFile[]): readonly string[] {
  return files.map((file) => JSON.stringify(file.kind === "application" ? foldCase(file, on) : foldRemedy(file, TODAY))).toSorted();
}

test("what was handed in lies encrypted and is gone when it is done", async () => {
  const agencyId = await anOrgan();
  const draft = await aDraft(stores, agencyId, someCases([aCase("2021-0001")]));
  const sealed = await stores.files.find(draft.content_sha256 ?? "");
  expect(sealed?.toString("latin1")).not.toContain("110101199001010015");
  expect(await openContent(stores, draft)).toMatchObject({ format: "cases" });
  await cancelImport(stores, { agencyId, importId: draft.import_id, officer: KEEPER });
  expect(await stores.files.find(draft.content_sha256 ?? "")).toBeUndefined();
  expect(await getImport(stores, agencyId, draft.import_id)).toMatchObject({ state: "withdrawn" });
});
