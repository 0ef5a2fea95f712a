import { plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { changeValidity, lapseDocuments, linkInterpretation } from "./change-validity.ts";
import { countTable2 } from "./count-table2.ts";
import { archiveItem, discardItem } from "./mark-item.ts";
import { findPublicItem } from "./find-public-item.ts";
import { findPublicAttachment, listPublicItems } from "./public-items.ts";
import { publishItem, scheduleItem, unscheduleItem } from "./publish-item.ts";
import { ChangeValidity, WithdrawItem } from "./schema.ts";
import { screenItem } from "./screen-item.ts";
import { aDisclosureLedger, addAnOrgan, aDraft, anEntry, aPublished, aSubmitted, signAll, someFiles, STAFF, valueOf } from "./testing.ts";
import { approveTakeDown, expireItems, takeDownItem, withdrawItem } from "./withdraw-item.ts";

const { db } = await aDatabase();
const files = someFiles();
const ledger = aDisclosureLedger(db, "2026-03-02");
await addAnOrgan(db, 1);
const entry = await anEntry(ledger, 1);
const about = { agencyId: 1 };

const refusal = (name: string) => ({ ok: false, refusal: name });

describe("what is public", () => {
  test("is scheduled for a later time only, and the time can be taken back", async () => {
    const signed = await signAll(ledger, await aSubmitted(ledger, files, { ...about, draft: aDraft(entry) }));
    const call = { ...signed, officer: STAFF.officeHead };
    expect(await scheduleItem(ledger, { ...call, given: { version: signed.version, at: "2026-03-01T00:00:00Z" } })).toEqual(
      refusal("time-past"),
    );
    const scheduled = valueOf(await scheduleItem(ledger, { ...call, given: { version: signed.version, at: "2026-04-01T00:00:00Z" } }));
    const back = valueOf(await unscheduleItem(ledger, { ...call, given: { version: scheduled.version } }));
    expect(back.state).toBe("approved");
    expect(await unscheduleItem(ledger, { ...call, given: { version: back.version } })).toEqual(refusal("wrong-state"));
  });

  test("is taken down at once by the head of the office, and the leader approves afterwards", async () => {
    const { done: _done, ...item } = await aPublished(ledger, files, { ...about, draft: aDraft(entry, { title: "张某某病历公开" }) });
    const call = { ...item, officer: STAFF.officeHead };
    const given = WithdrawItem.parse({ version: item.version, reason: "涉及个人隐私", publicTitle: "一条已撤下的信息", eraseTexts: true });
    const down = valueOf(await takeDownItem(ledger, { ...call, given }));
    expect(await findPublicItem(db, 1, item.itemId)).toMatchObject({ status: "withdrawn", item: { title: "一条已撤下的信息" } });
    expect(await takeDownItem(ledger, { ...call, given: { ...given, version: down.version } })).toEqual(refusal("withdrawn-already"));
    expect(await archiveItem(ledger, { ...call, given: { version: down.version } })).toEqual(refusal("wrong-state"));
    expect(await approveTakeDown(ledger, { ...call, given: { version: down.version } })).toEqual(refusal("not-allowed"));
    const same = { ...STAFF.officeHead, roles: ["leader"] as const };
    expect(await approveTakeDown(ledger, { ...call, officer: same, given: { version: down.version } })).toEqual(refusal("same-person"));
    const approved = valueOf(await approveTakeDown(ledger, { ...call, officer: STAFF.leader, given: { version: down.version } }));
    expect(await approveTakeDown(ledger, { ...call, officer: STAFF.leader, given: { version: approved.version } })).toEqual(
      refusal("no-take-down"),
    );
    expect(await screenItem(ledger, files, { ...call, given: { version: approved.version } })).toEqual(refusal("text-erased"));
    expect(await archiveItem(ledger, { ...call, given: { version: approved.version } })).toMatchObject({
      ok: true,
      value: { state: "archived" },
    });
  });

  test("is nothing that was not published: not by list, not by address, not by its file", async () => {
    const before = (await listPublicItems(db, 1, { page: 1, pageSize: 200 })).total;
    const item = await signAll(ledger, await aSubmitted(ledger, files, { ...about, draft: aDraft(entry, { title: "尚未发布" }) }));
    expect((await listPublicItems(db, 1, { page: 1, pageSize: 200 })).total).toBe(before);
    expect(await findPublicItem(db, 1, item.itemId)).toBeUndefined();
    expect(await findPublicAttachment(db, 1, { itemId: item.itemId, sha256: "0".repeat(64) })).toBeUndefined();
    const withdraw = WithdrawItem.parse({ version: item.version, reason: "x" });
    expect(await withdrawItem(ledger, { ...item, officer: STAFF.leader, given: withdraw })).toEqual(refusal("not-published"));
    expect(await discardItem(ledger, { ...item, officer: STAFF.drafter, given: item })).toMatchObject({
      ok: true,
      value: { state: "discarded" },
    });
    expect(await discardItem(ledger, { ...item, officer: STAFF.drafter, given: { version: item.version + 1 } })).toEqual(
      refusal("wrong-state"),
    );
  });

  test("ends with its time: a stub, or a page that says so", async () => {
    const stub = await aPublished(ledger, files, { ...about, draft: aDraft(entry, { expiresOn: "2026-03-20" }) });
    const banner = await aPublished(ledger, files, { ...about, draft: aDraft(entry, { expiresOn: "2026-03-20", expiresAs: "banner" }) });
    expect(await expireItems(aDisclosureLedger(db, "2026-03-20"), plainDate("2026-03-20"))).toBe(0);
    expect(await expireItems(aDisclosureLedger(db, "2026-03-21"), plainDate("2026-03-21"))).toBe(2);
    expect(await findPublicItem(db, 1, stub.itemId)).toMatchObject({ status: "expired", html: null });
    expect(await findPublicItem(db, 1, banner.itemId)).toMatchObject({
      status: "expired",
      html: "<p>各中小学校按照本安排做好招生工作。</p>",
    });
  });
});

describe("the register of normative documents", () => {
  test("is table 2: issued, repealed and effective at the end of each year", async () => {
    await addAnOrgan(db, 2);
    const own = await anEntry(ledger, 2, { name: "规范性文件", statutory: "20.1" });
    const normative = { normative: "normative", genre: "opinion" };
    const one = await aPublished(ledger, files, { agencyId: 2, draft: aDraft(own, { ...normative, formedOn: "2025-12-01" }) });
    const two = await aPublished(ledger, files, { agencyId: 2, draft: aDraft(own, { ...normative, validUntil: "2026-06-30" }) });
    await aPublished(ledger, files, { agencyId: 2, draft: aDraft(own, { normative: "rules" }) });
    await aPublished(ledger, files, { agencyId: 2, draft: aDraft(own) });
    const repeal = ChangeValidity.parse({ version: one.version, validity: "repealed", on: "2026-02-01", note: "云教〔2026〕8号" });
    const call = { agencyId: 2, itemId: one.itemId, officer: STAFF.officeHead };
    expect(await changeValidity(ledger, { ...call, given: { ...repeal, on: plainDate("2026-04-01") } })).toEqual(refusal("in-the-future"));
    valueOf(await changeValidity(ledger, { ...call, given: repeal }));
    const cells = {
      "t2.rules.issued": 1,
      "t2.rules.repealed": 0,
      "t2.rules.effective": 1,
      "t2.normative.issued": 1,
      "t2.normative.repealed": 1,
      "t2.normative.effective": 1,
    };
    expect(await countTable2(db, 2, 2026)).toEqual({ edition: "2021", cells });
    expect(await lapseDocuments(aDisclosureLedger(db, "2026-06-30"), 2)).toBe(0);
    expect(await lapseDocuments(aDisclosureLedger(db, "2026-07-01"), 2)).toBe(1);
    expect(await findPublicItem(db, 2, two.itemId)).toMatchObject({ item: { validity: "lapsed" } });
    expect((await countTable2(db, 2, 2026)).cells).toMatchObject({ "t2.normative.repealed": 2, "t2.normative.effective": 0 });
    expect((await countTable2(db, 2, 2025)).cells).toMatchObject({
      "t2.normative.issued": 1,
      "t2.normative.effective": 1,
      "t2.normative.repealed": 0,
    });
    expect((await countTable2(db, 2, 2020)).cells).toEqual({
      "t2.rules.made": 0,
      "t2.rules.published": 0,
      "t2.rules.total": 0,
      "t2.normative.made": 0,
      "t2.normative.published": 0,
      "t2.normative.total": 0,
    });
  });

  test("holds no other items", async () => {
    const item = await aPublished(ledger, files, { ...about, draft: aDraft(entry) });
    const given = ChangeValidity.parse({ version: item.version, validity: "repealed", on: "2026-03-01", note: "x" });
    expect(await changeValidity(ledger, { ...item, officer: STAFF.officeHead, given })).toEqual(refusal("not-normative"));
  });
});

test("an interpretation and its document lead to each other once both are public", async () => {
  const document = await aPublished(ledger, files, { ...about, draft: aDraft(entry, { title: "招生办法" }) });
  const reading = await aSubmitted(ledger, files, { ...about, draft: aDraft(entry, { title: "招生办法解读", genre: "interpretation" }) });
  const call = { ...reading, officer: STAFF.drafter };
  expect(await linkInterpretation(ledger, { ...call, given: { version: reading.version, document: reading.itemId } })).toEqual(
    refusal("same-item"),
  );
  expect(
    await linkInterpretation(ledger, { ...call, given: { version: reading.version, document: "00000000-0000-4000-8000-000000000000" } }),
  ).toEqual(refusal("document-not-found"));
  const linked = valueOf(await linkInterpretation(ledger, { ...call, given: { version: reading.version, document: document.itemId } }));
  expect(await findPublicItem(db, 1, document.itemId)).toMatchObject({ interpretedBy: [] });
  const signed = await signAll(ledger, { ...reading, version: linked.version });
  valueOf(await publishItem(ledger, { ...signed, officer: STAFF.registrar, given: signed }));
  expect(await findPublicItem(db, 1, document.itemId)).toMatchObject({
    interpretedBy: [{ item_id: reading.itemId, title: "招生办法解读" }],
  });
  expect(await findPublicItem(db, 1, reading.itemId)).toMatchObject({ interprets: [{ item_id: document.itemId }] });
});
