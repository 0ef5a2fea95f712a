import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readHistory, verifyLedger } from "../ledger/index.ts";
import { issueLetter } from "./issue-alone.ts";
import { saveLetterDraft } from "./save-draft.ts";
import { aLetterOffice, denial, HANDLER, handler, head, leader, registrar } from "./testing.ts";

const { db, folder, files, services, ledgerOn, aCase, anAssignedCase, sign } = await aLetterOffice();

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
    expect(await issueLetter(ledgerOn("2026-03-03"), { files, calendar: services.calendar }, call)).toMatchObject({
      ok: true,
      value: { kind: "receipt" },
    });
    expect(await issueLetter(ledgerOn("2026-03-03"), { files, calendar: services.calendar }, call)).toMatchObject({
      ok: false,
      refusal: "letter-issued",
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
});
