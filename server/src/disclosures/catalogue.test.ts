import { createDocBuilder } from "@gongkai/document";
import { readDocument } from "@gongkai/document/read";
import { writeDocx, writeXlsx } from "@gongkai/document/write";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { importCatalogue, parseCatalogue, previewCatalogue, parseLimit, writeCatalogue } from "./catalogue-file.ts";
import { addEntry, changeEntry, closeEntry } from "./change-catalogue.ts";
import { draftItem } from "./draft-item.ts";
import { printIndexNumber, indexNumberOf } from "./index-number.ts";
import { composeTransfer, makeTransfer, replaceTransferred, signTransfer } from "./make-transfer.ts";
import { presentTransfer } from "./present-item.ts";
import { findGuide, listPublicCatalogue, listSystems } from "./public-items.ts";
import { findTransfer } from "./queries.ts";
import { CatalogueEntryGiven, Guide, MakeTransfer, SignTransfer } from "./schema.ts";
import { listStatutoryNodes, STATUTORY_CATALOGUE } from "./statutory-catalogue.ts";
import { aDisclosureLedger, addAnOrgan, aDraft, anEntry, aPublished, someFiles, STAFF, valueOf } from "./testing.ts";
import { closeSystem, writeGuide, writeSystem } from "./write-pages.ts";

const { db } = await aDatabase();
const ledger = aDisclosureLedger(db, "2026-03-02");
const files = someFiles();
await addAnOrgan(db, 1);
const { officeHead, drafter, registrar } = STAFF;
const refusal = (name: string) => ({ ok: false, refusal: name });
const given = (rest: object = {}) => CatalogueEntryGiven.parse({ statutory: "20.7", name: "部门预算", ...rest });

describe("the statutory tree", () => {
  test("has the fifteen items of Art. 20 and the additions of Art. 21 for each kind of organ", () => {
    expect(STATUTORY_CATALOGUE.filter(({ id }) => id.startsWith("20."))).toHaveLength(15);
    expect(STATUTORY_CATALOGUE[14]?.cites).toContain("第（十五）项");
    expect(listStatutoryNodes("department")).toHaveLength(15 + 7);
    expect(listStatutoryNodes("township")).toHaveLength(15 + 8);
  });
});

describe("an entry of the catalogue", () => {
  test.each([
    ["promises no more than the 20 working days of Art. 26", { limitDays: 21 }, "limit-too-long"],
    ["says how many working days", { limitDays: null }, "limit-missing"],
    ["says none for a quarter", { limitKind: "quarter", limitDays: 5 }, "limit-missing"],
    ["stands under a node of the law", { statutory: "20.16" }, "node-not-found"],
    ["of a department does not stand under a township's node", { statutory: "21.township.1" }, "node-not-found"],
  ])("%s", async (_, rest, expected) => {
    expect(await addEntry(ledger, { agencyId: 1, officer: officeHead, given: given(rest) })).toEqual(refusal(expected));
  });

  test("is changed and closed by the head of the disclosure office; nothing new stands under a closed one", async () => {
    expect(await addEntry(ledger, { agencyId: 1, officer: drafter, given: given() })).toEqual(refusal("not-allowed"));
    const { id } = valueOf(await addEntry(ledger, { agencyId: 1, officer: officeHead, given: given() }));
    const call = { agencyId: 1, officer: officeHead, entryId: id };
    expect(await changeEntry(ledger, { ...call, given: { ...given({ limitDays: 7 }), version: 2 } })).toEqual(refusal("changed-meanwhile"));
    valueOf(await changeEntry(ledger, { ...call, given: { ...given({ limitDays: 7 }), version: 1 } }));
    expect((await listPublicCatalogue(db, 1)).find(({ entry_id }) => entry_id === id)?.limit_days).toBe(7);
    valueOf(await closeEntry(ledger, { ...call, given: { version: 2 } }));
    expect(await closeEntry(ledger, { ...call, given: { version: 3 } })).toEqual(refusal("closed-already"));
    expect(await draftItem(ledger, files, { agencyId: 1, officer: drafter, given: aDraft(id) })).toEqual(refusal("entry-closed"));
  });
});

describe("a catalogue as a workbook", () => {
  test("comes back as it went out, and changes what is there instead of doubling it", async () => {
    await addAnOrgan(db, 2);
    await anEntry(ledger, 2, {
      statutory: "20.8",
      name: "收费项目",
      subItem: "考试费",
      content: "项目、依据、标准",
      limitKind: "month",
      limitDays: null,
      level: "县级",
    });
    await anEntry(ledger, 2, { statutory: "20.5", name: "办学许可", limitDays: 7, way: "onRequest" });
    const before = await listPublicCatalogue(db, 2);
    const read = await readDocument(await writeCatalogue("目录", before), { name: "目录.xlsx" });
    if (!read.ok) throw new Error(read.message);
    const parsed = parseCatalogue(read.doc, "20.15");
    if (parsed === undefined) throw new Error("no catalogue");
    expect(parsed.problems).toEqual([]);
    const without = ({ version: _version, position: _position, ...rest }: (typeof before)[number]) => rest;
    expect(valueOf(await importCatalogue(ledger, { agencyId: 2, officer: officeHead, ...parsed }))).toEqual({
      added: 0,
      changed: 0,
      problems: [],
    });
    const [first, ...others] = parsed.rows;
    if (first === undefined) throw new Error("no rows");
    const altered = { ...first, given: { ...first.given, content: "项目、依据、标准、减免" } };
    const strange = { row: 99, given: { ...first.given, statutory: "20.99" } };
    const rows = [altered, ...others, strange];
    const preview = await previewCatalogue(db, { agencyId: 2, rows, problems: [] });
    expect(preview.rows.map(({ what }) => what).toSorted()).toEqual(["changed", "refused", "same"]);
    expect(preview.problems).toMatchObject([{ row: 99, message: expect.stringContaining("20.99") }]);
    expect((await listPublicCatalogue(db, 2)).map(without)).toEqual(before.map(without));
    expect(valueOf(await importCatalogue(ledger, { agencyId: 2, officer: officeHead, rows, problems: [] }))).toMatchObject({
      added: 0,
      changed: 1,
      problems: [{ row: 99 }],
    });
  });

  test("of the national standard, with its two header rows, is taken in; what it promises too late is said", async () => {
    const builder = createDocBuilder("xlsx");
    const cell = (text: string, spans: object = {}) => ({ text, ...spans });
    const down = { rowSpan: 2 };
    builder.table([
      [
        cell("序号", down),
        cell("公开事项", { columnSpan: 2 }),
        cell("公开内容（要素）", down),
        cell("公开依据", down),
        cell("公开时限", down),
        cell("公开主体", down),
        cell("公开渠道和载体", down),
        cell("公开对象", down),
        cell("公开方式", down),
        cell("公开层级", down),
      ],
      [cell("一级事项"), cell("二级事项")],
      ...[
        [
          "1",
          "义务教育",
          "招生计划",
          "招生范围、人数",
          "《义务教育法》",
          "自信息形成之日起20个工作日内",
          "县教育局",
          "政府网站",
          "全社会",
          "主动",
          "县级",
        ],
        ["2", "义务教育", "学生资助", "名单", "《条例》", "30个工作日", "县教育局", "公示栏", "特定群体", "依申请", "乡级"],
      ].map((texts) => texts.map((text) => cell(text))),
    ]);
    const read = await readDocument(await writeXlsx(builder.build("标准目录")), { name: "标准目录.xlsx" });
    if (!read.ok) throw new Error(read.message);
    const parsed = parseCatalogue(read.doc, "20.11");
    expect(
      parsed?.rows.map(({ given: { name, subItem, limitDays, way, statutory, level } }) => [
        name,
        subItem,
        limitDays,
        way,
        statutory,
        level,
      ]),
    ).toEqual([
      ["义务教育", "招生计划", 20, "proactive", "20.11", "县级"],
      ["义务教育", "学生资助", 20, "onRequest", "20.11", "乡级"],
    ]);
    expect(parsed?.problems).toHaveLength(1);
  });

  test.each([
    ["3个工作日内", { kind: "workingDays", days: 3 }],
    ["按季度公开", { kind: "quarter", days: null }],
    ["每月10日前", { kind: "month", days: null }],
    ["每两周更新", { kind: "fortnight", days: null }],
  ])("says %s", (text, limit) => {
    expect(parseLimit(text)).toEqual(limit);
  });
});

test("index numbers follow the organ's template, or the usual one when theirs has no serial", () => {
  const facts = { issuer: "11341702486344515H", today: "2021-10-08" as never, statutory: "20.1", number: 13 };
  expect(printIndexNumber("{issuer}/{year}{month}-{serial:5}", facts)).toBe("11341702486344515H/202110-00013");
  expect(indexNumberOf({ indexNumber: { template: "{issuer}/{year}" } }, "yunxi")).toEqual({
    template: "{issuer}/{year}-{serial:5}",
    issuer: "yunxi",
  });
});

describe("the guide and the systems", () => {
  const guide = Guide.parse({
    classification: "按照机构和主题分类",
    arrangement: "按照公开目录编排",
    ways: "网站查阅、现场查阅",
    officeName: "云溪县教育局办公室",
    officeAddress: "云溪县人民路1号",
    officeHours: "工作日8:30—17:00",
    telephone: "0577-60000000",
    internet: "网上申请页面",
  });

  test("show when they were last updated, and carry nobody's identity number", async () => {
    const call = { agencyId: 1, officer: officeHead };
    valueOf(await writeGuide(ledger, { ...call, given: { ...guide, version: 0 } }));
    expect(await writeGuide(ledger, { ...call, given: { ...guide, version: 0 } })).toEqual(refusal("changed-meanwhile"));
    valueOf(
      await writeGuide(aDisclosureLedger(db, "2026-04-01"), { ...call, given: { ...guide, telephone: "0577-60000001", version: 1 } }),
    );
    expect(await findGuide(db, 1)).toMatchObject({ updatedOn: "2026-04-01", guide: { telephone: "0577-60000001" }, version: 2 });
    expect(
      await writeGuide(ledger, { ...call, given: { ...guide, ways: "联系身份证350102199001010010X", remedies: "秘密★5年", version: 2 } }),
    ).toEqual(refusal("finding-open"));
    expect(await writeGuide(ledger, { ...call, officer: drafter, given: { ...guide, version: 2 } })).toEqual(refusal("not-allowed"));
  });

  test("are taken off the list when they hold no more", async () => {
    const call = { agencyId: 1, officer: officeHead };
    const { id } = valueOf(
      await writeSystem(ledger, {
        ...call,
        given: { title: "审查制度", documentNumber: "", html: "<p>先审查后公开<script>x</script></p>", version: 0 },
      }),
    );
    expect(await listSystems(db, 1)).toMatchObject([
      { title: "审查制度", fields: { html: "<p>先审查后公开</p>" }, updated_on: "2026-03-02" },
    ]);
    expect(
      await writeSystem(ledger, { ...call, given: { title: "空", documentNumber: "", html: "<script>x</script>", version: 0 } }),
    ).toEqual(refusal("text-empty"));
    valueOf(await closeSystem(ledger, { ...call, pageId: id, given: { version: 1 } }));
    expect(await listSystems(db, 1)).toEqual([]);
    expect(await closeSystem(ledger, { ...call, pageId: id, given: { version: 2 } })).toEqual(refusal("closed-already"));
  });
});

describe("a transfer to the archives", () => {
  test("lists what was published in its time, is signed for, and only then may something be replaced", async () => {
    await addAnOrgan(db, 3);
    const entry = await anEntry(ledger, 3);
    const item = await aPublished(ledger, files, { agencyId: 3, draft: aDraft(entry) });
    const call = { agencyId: 3, officer: registrar };
    const make = (rest: object) =>
      makeTransfer(ledger, {
        ...call,
        given: MakeTransfer.parse({ receiverKind: "archives", receiver: "云溪县档案馆", from: "2026-03-01", until: "2026-03-02", ...rest }),
      });
    expect(await make({ until: "2026-03-03" })).toEqual(refusal("period-in-disorder"));
    expect(
      await makeTransfer(ledger, {
        ...call,
        officer: drafter,
        given: MakeTransfer.parse({ receiverKind: "library", receiver: "x", from: "2026-03-01", until: "2026-03-02" }),
      }),
    ).toEqual(refusal("not-allowed"));
    const { id, version } = valueOf(await make({}));
    const batch = { ...call, batchId: id };
    const replace = (items: string[], at: number) =>
      replaceTransferred(ledger, { ...batch, given: { version: at, items, reason: "原件有误" } });
    expect(await replace([item.itemId], version)).toEqual(refusal("not-received"));
    const receipt = SignTransfer.parse({ version, on: "2026-03-02", by: "云溪县档案馆接收征集科" });
    const signed = valueOf(await signTransfer(ledger, { ...batch, given: receipt }));
    expect(await signTransfer(ledger, { ...batch, given: { ...receipt, version: signed.version } })).toEqual(refusal("received-already"));
    expect(await replace(["00000000-0000-4000-8000-000000000000"], signed.version)).toEqual(refusal("not-in-batch"));
    expect(await replace([item.itemId], signed.version)).toMatchObject({ ok: true });

    const row = await findTransfer(db, 3, id);
    if (row === undefined) throw new Error("no batch");
    const read = await readDocument(await writeDocx(composeTransfer("云溪县教育局", presentTransfer(row))), { name: "清单.docx" });
    expect(read.ok && read.doc.text).toContain("yunxi-3/2026-00001\t云溪县2026年义务教育招生工作安排");
    expect(read.ok && read.doc.text).toContain("移送〔2026〕1号");
  });

  test("of nothing is a nil return", async () => {
    const made = valueOf(
      await makeTransfer(ledger, {
        agencyId: 3,
        officer: registrar,
        given: MakeTransfer.parse({ receiverKind: "library", receiver: "云溪县图书馆", from: "2026-02-01", until: "2026-02-28" }),
      }),
    );
    const row = await findTransfer(db, 3, made.id);
    expect(row).toMatchObject({ is_nil: true, number: "移送〔2026〕2号" });
    expect(row === undefined ? "" : composeTransfer("云溪县教育局", presentTransfer(row)).text).toContain("特此零报告");
  });
});
