import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePlainText } from "@gongkai/document/write";
import { type ActName, officialCalendar } from "@gongkai/statute";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Officer, performAct } from "../applications/index.ts";
import { registerApplication } from "../applications/register-application.ts";
import { reviewDraft } from "../applications/review-draft.ts";
import type { PerformAct, RegisterApplication } from "../applications/schema.ts";
import { aCaseLedger, addAnAgency, anOfficer, aRegistration } from "../applications/testing.ts";
import { type Ledger, readHistory, rebuildProjections, runCommand, verifyLedger } from "../ledger/index.ts";
import { verifyFiles } from "../ledger/verify-files.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { changeTemplate } from "./change-template.ts";
import { openDraftFields } from "./draft-fields.ts";
import { eraseFrozen, eraseLetters } from "./erase-letters.ts";
import { checkCode } from "./freeze-letter.ts";
import { issueLetter } from "./issue-alone.ts";
import { letterHook } from "./letter-hook.ts";
import { getLetterKind } from "./letter-kinds.ts";
import { openLetter } from "./open-letter.ts";
import { previewLetter } from "./preview-letter.ts";
import { findLetter, listLetters } from "./queries.ts";
import { renderLetter } from "./render-letter.ts";
import { saveLetterDraft } from "./save-draft.ts";
import { LETTER_PROJECTIONS } from "./templates.ts";
import { verifyLetter, verifyLetterNumber } from "./verify-letter.ts";

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), "letters-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = folderFileStore(folder);
const calendar = officialCalendar();
const KEYS = { current: Buffer.alloc(32, 7), former: [] };
const services = { calendar, hooks: [letterHook({ files, keys: KEYS })] };
const ledgerOn = (date: string): Ledger => {
  const ledger = aCaseLedger(db, date);
  return { ...ledger, projections: [...ledger.projections, ...LETTER_PROJECTIONS] };
};

const registrar = anOfficer("registrar");
const head = anOfficer("officeHead");
const handler = anOfficer("handler");
const HANDLER = handler.actor.kind === "person" ? handler.actor.personId : "";
const unitHead = anOfficer("unitHead");
const leader = anOfficer("leader");

beforeAll(async () => {
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
});

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
    const opened = await openLetter(ledgerOn("2026-03-30"), files, { agencyId: 1, applicationId: id, letterId: letter.letter_id, officer });
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

const denial: Partial<PerformAct> = { outcome: "denied.process", article: "第十六条第二款", reason: "属于尚未定稿的过程稿" };

/** Through the chain to the leader's signature. */
async function sign(file: Awaited<ReturnType<typeof aCase>>, given: Partial<PerformAct>) {
  const drafted = await file.act("2026-03-10", handler, "draftReply", given);
  if (!drafted.ok) return drafted;
  await file.review("2026-03-11", unitHead);
  await file.review("2026-03-12", head);
  return file.act("2026-03-13", leader, "sign", { isSealed: true });
}

describe("a letter that goes out with its act", () => {
  test("registration gives the receipt with the last day for the answer", async () => {
    const file = await aCase();
    expect(file.first.letters).toMatchObject([{ kind: "receipt", number: expect.stringMatching(/^云教公开收〔2026〕\d+号$/) }]);
    const text = await file.read("receipt");
    expect(text).toContain("申请人甲：");
    expect(text).toContain("最迟于2026年3月30日答复");
  });

  test("a signature gives the answer with article, reasons and remedy; number and hash stand in its event", async () => {
    const file = await anAssignedCase();
    expect(await sign(file, denial)).toMatchObject({ ok: true, value: { letters: [{ kind: "answer.denied.process" }] } });
    const letter = (await file.letters()).find(({ kind }) => kind === "answer.denied.process");
    const history = await readHistory(db, 1, { kind: "application", id: file.id });
    const replied = history.find(({ type }) => type === "replied");
    expect(replied?.payload["letterNumber"]).toBe(letter?.number);
    expect(replied?.documents).toEqual([letter?.content_sha256]);
    const text = await file.read("answer.denied.process");
    for (const part of [
      "第十六条第二款",
      "属于尚未定稿的过程稿",
      "应当先申请行政复议",
      "云溪县人民政府",
      "云溪县人民法院",
      "2026年3月13日",
    ])
      expect(text).toContain(part);
  });

  test("correction, extension, fee and consultation each give theirs", async () => {
    const corrected = await anAssignedCase();
    expect(
      await corrected.act("2026-03-05", head, "askCorrection", { correctBy: "2026-03-19" as never, reason: "请写明文件名称" }),
    ).toMatchObject({ ok: true });
    expect(await corrected.read("correction")).toContain("请于2026年3月19日以前");
    expect(await corrected.act("2026-03-20", head, "expireCorrection")).toMatchObject({ ok: true });
    expect(await corrected.read("answer.otherHandling.uncorrected")).toContain("视为您放弃申请");

    const extended = await anAssignedCase();
    await extended.act("2026-03-16", head, "extend", { days: 20, reason: "需要检索档案" });
    expect(await extended.read("extension")).toContain("最迟于2026年4月28日答复");

    const paid = await anAssignedCase();
    expect(await paid.act("2026-03-13", head, "noticeFee", { amount: 380 })).toMatchObject({
      ok: false,
      refusal: "letter-incomplete",
      refusals: expect.arrayContaining([expect.objectContaining({ code: "scheme" })]),
    });
    expect(await paid.act("2026-03-13", head, "noticeFee", { amount: 380, letter: { scheme: "pages", count: "68" } })).toMatchObject({
      ok: true,
    });
    expect(await paid.read("fee")).toContain("计费数量：68页。应缴金额：380元");

    const asked = await anAssignedCase();
    const consulted = "云溪县某建设工程有限公司";
    expect(await asked.act("2026-03-09", head, "consultThirdParty", { consulted, reason: "可能涉及商业秘密" })).toMatchObject({ ok: true });
    const letter = await asked.read("consultThirdParty");
    expect(letter).toContain(`${consulted}：`);
    expect(letter).not.toContain("申请人甲");
    expect(await asked.read("consultNotice")).not.toContain(consulted);
    const another = await anAssignedCase();
    await another.act("2026-03-09", head, "consultThirdParty", { consulted: "第三人丙", reason: "可能涉及个人隐私" });
    expect(await another.read("consultThirdParty")).toContain("第三人丙：");
    expect(await another.read("consultThirdParty", handler)).toContain("第**：");
    await asked.act("2026-03-16", registrar, "recordOpinion", { consultation: "1", position: "object" });
    await asked.act("2026-03-17", handler, "draftReply", { outcome: "granted", article: "第三十六条第二项" });
    expect(await asked.act("2026-03-17", leader, "override", { reason: "关系公共安全" })).toMatchObject({ ok: true });
    expect(await asked.read("overrideNotice")).toContain(`${consulted}：`);
  });

  test("serving gives the proof of delivery, and co-operating units their letter, without who applied", async () => {
    const unitIds = [crypto.randomUUID(), crypto.randomUUID()];
    await db
      .insertInto("unit")
      .values(unitIds.map((unit_id, index) => ({ agency_id: 1, unit_id, name: index === 0 ? "基建科" : "办公室" })))
      .execute();
    const file = await aCase();
    expect(await file.act("2026-03-03", head, "assign", { handlerId: HANDLER, cooperatingUnitIds: unitIds })).toMatchObject({
      ok: true,
      value: { letters: [{ kind: "cooperation" }] },
    });
    const letter = await file.read("cooperation");
    expect(letter).toContain("基建科、办公室：");
    expect(letter).not.toContain("申请人甲");
    expect(await sign(file, { outcome: "granted", article: "第三十六条第二项" })).toMatchObject({ ok: true });
    expect(await file.act("2026-03-16", registrar, "serve", { deliveryWay: "collect", proof: "本人签收" })).toMatchObject({ ok: true });
    const proof = await file.read("deliveryProof");
    expect(proof).toMatch(/《政府信息予以公开告知书》（云教公开〔2026〕\d+号）/);
    expect(proof).toContain("本人签收");
  });

  test("an answer on the spot goes out at once; served by the internet it names the channel for reconsideration", async () => {
    const file = await aCase({ request: { title: "校历", description: "", carrier: "electronic", delivery: "email" } });
    const given = { outcome: "alreadyPublic", article: "第三十六条第一项", isSealed: true } as const;
    expect(await file.act("2026-03-02", registrar, "answerOnSpot", { ...given, reason: "见县政府网站" })).toMatchObject({
      ok: false,
      refusals: [{ code: "onlineRemedy" }],
    });
    expect(
      await file.act("2026-03-02", registrar, "answerOnSpot", {
        ...given,
        reason: "见县政府网站",
        letter: { onlineRemedy: "县政府网站复议栏目" },
      }),
    ).toMatchObject({ ok: true });
    expect(await file.read("answer.alreadyPublic")).toContain("互联网渠道提交申请：县政府网站复议栏目。");
  });

  test("a draft with holes is not handed in, and everything missing is told", async () => {
    const file = await anAssignedCase();
    const done = await file.act("2026-03-10", handler, "draftReply", { outcome: "nonexistent", article: "第三十六条第四项" });
    expect(done).toMatchObject({ ok: false, refusal: "letter-incomplete", refusals: [{ code: "search" }], words: { status: 422 } });
    expect(
      await file.act("2026-03-10", handler, "draftReply", {
        outcome: "nonexistent",
        article: "第三十六条第四项",
        letter: { search: "检索了公文系统" },
      }),
    ).toMatchObject({ ok: true });
  });

  test("registration stands where its receipt lacks something, and the receipt follows", async () => {
    await db.updateTable("agency").set({ contact: "{}" }).where("agency_id", "=", 1).execute();
    const file = await aCase();
    await db
      .updateTable("agency")
      .set({ contact: JSON.stringify({ telephone: "0000-0000000" }) })
      .where("agency_id", "=", 1)
      .execute();
    expect(await file.letters()).toEqual([]);
    const saved = await saveLetterDraft(ledgerOn("2026-03-03"), {
      agencyId: 1,
      applicationId: file.id,
      officer: registrar,
      version: 0,
      kind: "receipt",
      fields: {},
    });
    if (!saved.ok) throw new Error(saved.refusal);
    const call = { agencyId: 1, applicationId: file.id, officer: registrar, letterId: saved.value.id, version: 1 };
    expect(await issueLetter(ledgerOn("2026-03-03"), { files, calendar }, call)).toMatchObject({ ok: true, value: { kind: "receipt" } });
    expect(await issueLetter(ledgerOn("2026-03-03"), { files, calendar }, call)).toMatchObject({ ok: false, refusal: "letter-issued" });
  });
});

describe("a draft", () => {
  test("goes through review and out, what was typed and all", async () => {
    const file = await anAssignedCase();
    const own = { agencyId: 1, applicationId: file.id, kind: "answer.denied.process" };
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), {
      ...own,
      officer: handler,
      version: 0,
      fields: { reason: "正式的理由", remark: "另行说明" },
    });
    if (!saved.ok) throw new Error(saved.refusal);
    const { id: letterId } = saved.value;
    expect(await sign(file, { ...denial, letterId })).toMatchObject({ ok: true, value: { letters: [{ id: letterId }] } });
    const text = await file.read("answer.denied.process");
    expect(text).toContain("理由如下：正式的理由。");
    expect(text).toContain("另行说明");
    expect(await saveLetterDraft(ledgerOn("2026-03-14"), { ...own, officer: handler, letterId, version: 2, fields: {} })).toMatchObject({
      ok: false,
      refusal: "letter-issued",
    });
  });

  test("tells the second of two people at it, and keeps the first one's words", async () => {
    const file = await anAssignedCase();
    const own = { agencyId: 1, applicationId: file.id, kind: "answer.granted" };
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: handler, version: 0, fields: {} });
    if (!saved.ok) throw new Error(saved.refusal);
    const letterId = saved.value.id;
    await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: handler, letterId, version: 1, fields: { remark: "甲" } });
    expect(
      await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: unitHead, letterId, version: 1, fields: { remark: "乙" } }),
    ).toMatchObject({ ok: false, refusal: "changed-meanwhile" });
    const row = await findLetter(db, 1, letterId);
    expect(row && (await openDraftFields(db, KEYS, row))).toEqual({ remark: "甲" });
    expect(JSON.stringify(row)).not.toContain("甲");
  });

  test("in review is changed only by whoever has it before them", async () => {
    const file = await anAssignedCase();
    const own = { agencyId: 1, applicationId: file.id, kind: "answer.granted" };
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), { ...own, officer: handler, version: 0, fields: {} });
    if (!saved.ok) throw new Error(saved.refusal);
    const letterId = saved.value.id;
    await file.act("2026-03-10", handler, "draftReply", { outcome: "granted", article: "第三十六条第二项", letterId });
    expect(await saveLetterDraft(ledgerOn("2026-03-10"), { ...own, officer: handler, letterId, version: 1, fields: {} })).toMatchObject({
      ok: false,
      refusal: "letter-in-review",
    });
    expect(await saveLetterDraft(ledgerOn("2026-03-10"), { ...own, officer: unitHead, letterId, version: 1, fields: {} })).toMatchObject({
      ok: true,
    });
  });

  test("of another outcome than the act's is refused", async () => {
    const file = await anAssignedCase();
    const saved = await saveLetterDraft(ledgerOn("2026-03-09"), {
      agencyId: 1,
      applicationId: file.id,
      kind: "answer.granted",
      officer: handler,
      version: 0,
      fields: {},
    });
    if (!saved.ok) throw new Error(saved.refusal);
    expect(await file.act("2026-03-10", handler, "draftReply", { ...denial, letterId: saved.value.id })).toMatchObject({
      ok: false,
      refusal: "letter-mismatch",
    });
  });

  test("is shown as it would go out, with the applicant masked and what it lacks", async () => {
    const file = await anAssignedCase();
    const call = { agencyId: 1, applicationId: file.id, today: "2026-03-16" as never, calendar };
    const preview = await previewLetter({ db }, { ...call, kind: "extension", fields: { days: "20", reason: "需要<检索>" } });
    expect(preview).toMatchObject({ ok: true, value: { issues: [], consequences: null } });
    expect(preview.ok && preview.value.html).toContain("2026年4月28日");
    expect(preview.ok && preview.value.html).toContain("需要&lt;检索&gt;");
    expect(preview.ok && preview.value.html).not.toContain("申请人甲");
    const answer = await previewLetter({ db }, { ...call, kind: "answer.denied.thirdParty", fields: {} });
    expect(answer).toMatchObject({
      ok: true,
      value: { issues: [{ code: "reason" }], consequences: { remedy: "reconsiderFirst", row: "denied.thirdParty" } },
    });
  });
});

describe("numbers", () => {
  test("run without gaps or repeats through acts at the same time and refusals", async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => anAssignedCase()));
    const done = await Promise.all(
      cases.map((file, index) => file.act("2026-03-16", head, "extend", { days: index % 3 === 2 ? 21 : 20, reason: "需要检索档案" })),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(4);
    const rows = await db.selectFrom("letter").select("number").where("kind", "=", "extension").execute();
    const serials = rows.map(({ number }) => Number(/〕(\d+)号/.exec(number ?? "")?.[1])).toSorted((one, other) => one - other);
    expect(serials).toEqual(serials.map((_serial, index) => index + 1));
    expect((await verifyLedger(db)).faults).toEqual([]);
  });
});

describe("a frozen letter", () => {
  test("stays as it went out after the organ changed its wording; the next one follows the change", async () => {
    const file = await anAssignedCase();
    await sign(file, denial);
    const before = await file.read("answer.denied.process");
    const kind = getLetterKind("answer.denied.process");
    const { actor } = head;
    const wording = { title: "政府信息不予公开决定书", lines: [...kind.lines, "感谢{称谓}的关注。"] };
    expect(await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 0, wording })).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await file.read("answer.denied.process")).toBe(before);
    const next = await anAssignedCase();
    await sign(next, denial);
    expect(await next.read("answer.denied.process")).toContain("政府信息不予公开决定书");
    expect(await next.read("answer.denied.process")).toContain("感谢您的关注。");

    const stale = await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 0, wording: null });
    expect(stale).toMatchObject({ ok: false, refusal: "changed-meanwhile" });
    const holed = { ...wording, lines: wording.lines.filter((line) => !line.includes("{救济途径}")) };
    expect(await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 1, wording: holed })).toMatchObject(
      {
        ok: false,
        refusal: "template-incomplete",
        refusals: [{ code: "remedy", text: expect.stringContaining("救济途径") }],
      },
    );
    expect(
      await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor: handler.actor, kind: kind.kind, version: 1, wording }),
    ).toMatchObject({ ok: false, refusal: "not-allowed" });
    expect(await changeTemplate(ledgerOn("2026-03-14"), { agencyId: 1, actor, kind: kind.kind, version: 1, wording: null })).toMatchObject({
      ok: true,
    });
  });

  test("tells who applied to those who write to the applicant, on record, and masks it for the rest", async () => {
    const file = await aCase();
    expect(await file.read("receipt", registrar)).toContain("申请人甲");
    expect(await file.read("receipt", handler)).toContain("申**：");
    expect(await file.read("receipt", handler)).not.toContain("申请人甲");
    const personId = registrar.actor.kind === "person" ? registrar.actor.personId : "";
    expect((await readHistory(db, 1, { kind: "access", id: personId })).at(-1)).toMatchObject({
      type: "letterOpened",
      payload: { application: file.id },
    });
  });

  test("is verified by its number and code, or by its hash, and by nothing else", async () => {
    const file = await aCase();
    const [letter] = await file.letters();
    if (letter?.number == null || letter.content_sha256 === null) throw new Error("no receipt");
    const code = checkCode(letter.letter_id);
    expect(await file.read("receipt")).toContain(`核验码：${code}`);
    const expected = { agencyName: "云溪县教育局", title: "政府信息公开申请接收回执", number: letter.number, issuedOn: "2026-03-02" };
    expect(
      await verifyLetterNumber(db, {
        number: ` ${letter.number.replace("〔", "[").replace("〕", "]")}`,
        code: code.toLowerCase().replace("-", ""),
      }),
    ).toEqual(expected);
    expect(await verifyLetterNumber(db, { number: letter.number, code: "2222-2222" })).toBeUndefined();
    expect(await verifyLetter(db, letter.content_sha256)).toEqual(expected);
    expect(await verifyLetter(db, "0".repeat(64))).toBeUndefined();
  });

  test("is gone after its time, number and date stay", async () => {
    const file = await aCase();
    const [letter] = await file.letters();
    const frozen = await runCommand(
      ledgerOn("2037-01-04"),
      { command: "retention:erase", agencyId: 1, actor: { kind: "system" } },
      async (turn) => ({
        ok: true,
        value: await eraseLetters(turn, file.id),
      }),
    );
    if (!frozen.ok) throw new Error(frozen.refusal);
    await eraseFrozen(files, frozen.value);
    expect(await file.read("receipt")).toBe("letter-gone");
    expect((await file.letters())[0]?.number).toBe(letter?.number);
    expect((await verifyFiles(db, files)).faults).toEqual([]);
  });

  test("is the same bytes each time it is given out", async () => {
    const file = await aCase();
    const [letter] = await file.letters();
    const call = { agencyId: 1, applicationId: file.id, letterId: letter?.letter_id ?? "", officer: registrar };
    const bytes = async () => {
      const opened = await openLetter(ledgerOn("2026-03-05"), files, call);
      if (!opened.ok) throw new Error(opened.refusal);
      return Buffer.from(await renderLetter(opened.value.doc, "pdf", opened.value.on));
    };
    expect((await bytes()).equals(await bytes())).toBe(true);
  });
});

describe("who applied", () => {
  test("stands in no event, no row of a letter, no receipt of a command and no file in the clear", async () => {
    const secrets = ["申请人甲", "110101199001010015", "010-00000000", "云溪县某建设工程有限公司", "第三人丙"];
    const rows = await Promise.all([
      db.selectFrom("event").selectAll().execute(),
      db.selectFrom("letter").selectAll().execute(),
      db.selectFrom("command_receipt").selectAll().execute(),
      db.selectFrom("stored_file").selectAll().execute(),
    ]);
    const stored = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, "latin1"));
    expect(stored.length).toBeGreaterThan(10);
    const inClear = JSON.stringify(rows) + stored.map((text) => Buffer.from(text, "latin1").toString("utf8")).join("");
    for (const secret of secrets) expect(inClear).not.toContain(secret);
  });

  test("leaves a ledger that verifies and projections that a rebuild makes again", async () => {
    const templates = () => db.selectFrom("letter_template").selectAll().orderBy("kind").orderBy("version").execute();
    const live = await templates();
    expect(live.length).toBe(2);
    await rebuildProjections(db, ledgerOn("2026-03-20").projections);
    expect(await templates()).toEqual(live);
    expect((await verifyLedger(db)).faults).toEqual([]);
    expect((await verifyFiles(db, files)).faults).toEqual([]);
  });
});
