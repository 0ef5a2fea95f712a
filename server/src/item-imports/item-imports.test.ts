import { writeDocx } from "@gongkai/document/write";
import { createDocBuilder } from "@gongkai/document";
import { beforeAll, describe, expect, test } from "vitest";
import { anOfficer } from "../applications/testing.ts";
import {
  countTable2,
  findPublicItem,
  findPublishedRecord,
  hashRecord,
  publishItem,
  regionFindMoved,
  screenItem,
  submitItem,
  verifyItem,
} from "../disclosures/index.ts";
import { takeDownItem } from "../disclosures/withdraw-item.ts";
import { addAnOrgan, aDraft, anEntry, aPublished, aSubmitted, signAll, STAFF, valueOf } from "../disclosures/testing.ts";
import { loadItemPage } from "../disclosures/present-item.ts";
import { SubmitItem, WithdrawItem } from "../disclosures/schema.ts";
import { undoImport } from "../imports/index.ts";
import { readHistory, verifyLedger } from "../ledger/index.ts";
import { verifyProjections } from "../ledger/verify-projections.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { regionFindResults } from "../search/index.ts";
import { startItemImport } from "./import-steps.ts";
import { ITEM_IMPORTS } from "./item-import.ts";
import { readHandedIn } from "./package.ts";
import { listDrafts, listRefusedRows } from "./queries.ts";
import { runItemImport } from "./run-import.ts";
import { anArchive, anItemStore, aRegister, HEAD, REVIEW, takeOver, TODAY, upload } from "./testing.ts";

const { db } = await aDatabase();
const stores = anItemStore(db);
const { ledger, files } = stores;
const HEADINGS = ["标题", "索引号", "文号", "发布日期", "成文日期", "目录", "有效性", "规范性文件", "正文", "原网址"];
let agencyId = 0;
let entry = "";

/** An organ of its own for each test, with one entry. */
async function anOrgan(settings: object = {}): Promise<void> {
  agencyId += 1;
  await addAnOrgan(db, agencyId, settings);
  entry = await anEntry(ledger, agencyId, { name: "教育政策" });
}

const published = () => db.selectFrom("published_item").selectAll().where("agency_id", "=", agencyId).orderBy("title").execute();
const search = async (text: string) =>
  (await regionFindResults(db, { text, agencyId, page: 1, pageSize: 20 })).results.map(({ item }) => item.title);
const aRow = (title: string, more: Partial<Record<string, string>> = {}): string[] => {
  const cells: Readonly<Record<string, string | undefined>> = {
    标题: title,
    发布日期: "2019-05-06",
    目录: "教育政策",
    正文: `${title}的正文。\n第二段。`,
    ...more,
  };
  return HEADINGS.map((heading) => cells[heading] ?? "");
};

beforeAll(() => anOrgan());

describe("items that were public elsewhere", () => {
  test("are public here on their old day, at their old number, found by search and by their old address, and signed", async () => {
    await anOrgan();
    const address = "http://www.yunxi.example/jyj/t20190506_1.html";
    const record = await takeOver(
      stores,
      agencyId,
      aRegister(HEADINGS, [
        aRow("校车安全管理办法", {
          索引号: "yxjyj/2019-00012",
          文号: "云教〔2019〕3号",
          规范性文件: "是",
          有效性: "现行有效",
          原网址: address,
        }),
      ]),
    );
    expect(record).toMatchObject({ state: "finished", imported: 1, drafts: 0, refused: 0 });
    const [item] = await published();
    expect(item).toMatchObject({
      status: "published",
      title: "校车安全管理办法",
      index_number: "yxjyj/2019-00012",
      document_number: "云教〔2019〕3号",
      published_on: "2019-05-06",
      published_at: "2019-05-05T16:00:00.000Z",
      formed_on: "2019-05-06",
      validity: "effective",
      origin_address: address,
      taken_over_on: TODAY,
    });
    expect(await search("校车安全")).toEqual(["校车安全管理办法"]);
    expect(await regionFindMoved(db, "https://yunxi.example/jyj/t20190506_1.html/#top")).toEqual({
      code: `yunxi-${agencyId}`,
      itemId: item?.item_id,
    });
    const page = await findPublicItem(db, agencyId, item?.item_id ?? "");
    expect(page?.status === "published" ? page.plain : "").toBe("校车安全管理办法的正文。\n第二段。");
    const signed = await findPublishedRecord(db, { agencyId, agencyCode: `yunxi-${agencyId}`, itemId: item?.item_id ?? "" });
    expect(signed === undefined ? "" : hashRecord(signed)).toBe(item?.hash);
    expect(await verifyItem(db, item?.hash ?? "")).toMatchObject({ status: "current", isSigned: true });
  });

  test("count in table 2 of the year they were issued in, not of the year they were brought along", async () => {
    await anOrgan();
    const rows = [
      aRow("收费管理办法", { 规范性文件: "是" }),
      aRow("考试管理办法", { 规范性文件: "是", 有效性: "已废止", 发布日期: "2018-01-02" }),
    ];
    const withEnd = [...HEADINGS, "废止日期"];
    await takeOver(
      stores,
      agencyId,
      aRegister(
        withEnd,
        rows.map((row, index) => [...row, index === 1 ? "2021-06-01" : ""]),
      ),
    );
    const { cells } = await countTable2(db, agencyId, 2021);
    expect(cells).toMatchObject({ "t2.normative.issued": 0, "t2.normative.repealed": 1, "t2.normative.effective": 1 });
    expect((await countTable2(db, agencyId, 2026)).cells).toMatchObject({ "t2.normative.issued": 0, "t2.normative.repealed": 0 });
  });

  test("say how they were reviewed, by whom they were brought, and cannot be told late", async () => {
    await anOrgan();
    await takeOver(stores, agencyId, aRegister(HEADINGS, [aRow("旧通知")]));
    const itemId = (await published())[0]?.item_id ?? "";
    expect(await loadItemPage(ledger, { agencyId, itemId, officer: HEAD })).toMatchObject({
      item: { state: "published", dueOn: null, indexNumber: `yunxi-${agencyId}/2026-00001` },
      origin: { publishedOn: "2019-05-06", review: REVIEW, takenOverOn: TODAY },
      review: { signatures: [] },
    });
    const row = await db.selectFrom("item").select("published_late").where("item_id", "=", itemId).executeTakeFirst();
    expect(row?.published_late).toBe(false);
  });

  test("in which screening finds what may not go out become drafts, and nothing of them is public", async () => {
    await anOrgan();
    const record = await takeOver(
      stores,
      agencyId,
      aRegister(HEADINGS, [aRow("联系方式", { 正文: "联系人电话13812345678。", 索引号: "old/7" }), aRow("没有问题的")]),
    );
    expect(record).toMatchObject({ imported: 2, drafts: 1, refused: 0 });
    expect((await published()).map(({ title }) => title)).toEqual(["没有问题的"]);
    expect(await search("联系方式")).toEqual([]);
    const [draft] = await listDrafts(db, agencyId, record.import_id);
    expect(draft).toMatchObject({ row: 2, title: "联系方式" });
    const itemId = draft?.item ?? "";
    const page = await loadItemPage(ledger, { agencyId, itemId, officer: STAFF.drafter });
    expect(page).toMatchObject({ item: { state: "drafted" }, screening: { isCurrent: true, blocking: 1 } });
    expect(await publishItem(ledger, { agencyId, itemId, officer: HEAD, given: { version: 2 } })).toMatchObject({
      refusal: "not-approved",
    });
    expect(await submitItem(ledger, { agencyId, itemId, officer: STAFF.drafter, given: SubmitItem.parse({ version: 2 }) })).toMatchObject({
      ok: false,
    });
  });

  test("do not let an index number be given twice: the organ's own series goes on above theirs", async () => {
    await anOrgan();
    await takeOver(stores, agencyId, aRegister(HEADINGS, [aRow("甲", { 索引号: `yunxi-${agencyId}/2026-00041` })]));
    const next = await aPublished(ledger, files, { agencyId, draft: aDraft(entry) });
    expect(next.done.indexNumber).toBe(`yunxi-${agencyId}/2026-00042`);
    expect((await verifyLedger(db)).faults).toEqual([]);
  });

  test("keep their number from an item that a new template of the organ would give it to", async () => {
    await anOrgan();
    await takeOver(stores, agencyId, aRegister(HEADINGS, [aRow("甲", { 索引号: "旧-1" })]));
    await db
      .updateTable("agency")
      .set({ settings: JSON.stringify({ indexNumber: { template: "{issuer}-{serial:1}", issuer: "旧" } }) })
      .where("agency_id", "=", agencyId)
      .execute();
    const approved = await signAll(ledger, await aSubmitted(ledger, files, { agencyId, draft: aDraft(entry) }));
    const given = { version: approved.version };
    expect(await publishItem(ledger, { agencyId, itemId: approved.itemId, officer: HEAD, given })).toMatchObject({
      ok: false,
      refusal: "index-number-taken",
    });
  });

  test("bring texts and attachments along in an archive; what cannot be read is left out and told", async () => {
    await anOrgan();
    const builder = createDocBuilder("docx");
    builder.paragraph("第一条 学校应当公示收费项目。");
    const register = aRegister(
      ["标题", "发布日期", "目录", "正文文件", "附件"],
      [
        ["收费公示办法", "2020-01-02", "教育政策", "正文/1.docx", "表.txt"],
        ["读不出来的", "2020-01-03", "教育政策", "正文/2.docx", ""],
        ["没有带来的", "2020-01-04", "教育政策", "正文/3.docx", ""],
      ],
    );
    const archive = anArchive(register, {
      "正文/1.docx": await writeDocx(builder.build("收费公示办法", "zh-CN")),
      "正文/2.docx": new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
      "附件/表.txt": new TextEncoder().encode("收费项目一览"),
    });
    const record = await takeOver(stores, agencyId, archive);
    expect(record).toMatchObject({ imported: 1, refused: 2, content_sha256: null, package_sha256: null });
    const [item] = await published();
    expect(item?.attachments).toMatchObject([{ name: "表.txt", mediaType: "text/plain" }]);
    expect(await search("公示收费项目")).toEqual(["收费公示办法"]);
    expect(await search("一览")).toEqual(["收费公示办法"]);
    expect((await listRefusedRows(db, agencyId, record.import_id)).map(({ row, problems }) => [row, problems[0]?.at])).toEqual([
      [3, "正文文件"],
      [4, "正文文件"],
    ]);
  });

  test("go back as they came; what was gone on with since stays", async () => {
    await anOrgan();
    const bytes = aRegister(HEADINGS, [aRow("一"), aRow("二", { 索引号: "old/2" }), aRow("三", { 正文: "电话13812345678" })]);
    const { import_id: importId, version } = await takeOver(stores, agencyId, bytes);
    const [one] = await published();
    const history = await readHistory(db, agencyId, { kind: "item", id: one?.item_id ?? "" });
    const given = WithdrawItem.parse({ version: history.length, reason: "内容有误" });
    valueOf(await takeDownItem(ledger, { agencyId, itemId: one?.item_id ?? "", officer: HEAD, given }));
    valueOf(await undoImport(stores, ITEM_IMPORTS, { agencyId, importId, officer: HEAD, version, queued: false }));
    expect(valueOf(await runItemImport(stores, { agencyId, importId, officer: HEAD }))).toMatchObject({ imported: 1, withdrawn: 2 });
    expect((await published()).map(({ status }) => status)).toEqual(["withdrawn"]);
    expect(await search("二")).toEqual([]);
    const texts = await db.selectFrom("item_text").select("item_id").where("agency_id", "=", agencyId).execute();
    expect(texts).toEqual([{ item_id: one?.item_id }]);
    const again = await takeOver(stores, agencyId, aRegister(HEADINGS, [aRow("二", { 索引号: "old/2" })]));
    expect(again.imported).toBe(1);
  });

  test("are taken over by the head of the office alone, who says how they were reviewed", async () => {
    await anOrgan();
    const registrar = anOfficer("registrar");
    const importId = await upload(stores, agencyId, aRegister(HEADINGS, [aRow("甲")]), registrar);
    const start = { agencyId, importId, version: 1, today: TODAY, review: REVIEW, queued: false };
    for (const officer of [registrar, anOfficer("handler"), anOfficer("leader")])
      expect(await startItemImport(stores, { ...start, officer })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await published()).toEqual([]);
    valueOf(await startItemImport(stores, { ...start, officer: HEAD }));
    expect(valueOf(await runItemImport(stores, { agencyId, importId, officer: HEAD }))).toMatchObject({ statement: REVIEW, imported: 1 });
  });

  test("are not brought twice: by file, number or address", async () => {
    await anOrgan();
    const bytes = aRegister(HEADINGS, [aRow("甲", { 索引号: "x/1" }), aRow("乙", { 索引号: "x/1" })]);
    expect(await takeOver(stores, agencyId, bytes)).toMatchObject({ imported: 1, refused: 1 });
    await expect(takeOver(stores, agencyId, bytes)).rejects.toThrow("nothing-to-import");
    await expect(takeOver(stores, agencyId, aRegister(HEADINGS, [aRow("丙", { 索引号: "x/1" })]))).rejects.toThrow("nothing-to-import");
  });

  test("are published anew only through the whole chain of review", async () => {
    await anOrgan();
    await takeOver(stores, agencyId, aRegister(HEADINGS, [aRow("旧文")]));
    const itemId = (await published())[0]?.item_id ?? "";
    const call = { agencyId, itemId, officer: STAFF.drafter };
    const screened = valueOf(await screenItem(ledger, files, { ...call, given: { version: 1 } }));
    expect(await publishItem(ledger, { ...call, officer: HEAD, given: { version: screened.version } })).toMatchObject({
      refusal: "not-approved",
    });
  });
});

test("what the projections hold follows from the ledger", async () => {
  expect((await verifyProjections(db, ledger.projections)).faults).toEqual([]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("a file without a register is refused in words", async () => {
  const readers = stores.readers;
  const archive = anArchive(new Uint8Array(), {});
  expect(await readHandedIn(readers, { name: "x.txt", bytes: new TextEncoder().encode("没有表格") })).toMatchObject({
    refusal: "not-a-register",
  });
  expect(await readHandedIn(readers, { name: "x.zip", bytes: archive })).toMatchObject({ refusal: "not-a-register" });
});
