import { officialCalendar, plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { verifyProjections } from "../ledger/verify-projections.ts";
import { standingOf } from "../messages/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { draftItem, reviseItem } from "./draft-item.ts";
import { hashRecord } from "./item-content.ts";
import { ITEM_REMINDERS } from "./item-limits.ts";
import { markItem } from "./mark-item.ts";
import { maskFindings } from "./mask-item.ts";
import { findPublicItem } from "./find-public-item.ts";
import { listPublicItems } from "./public-items.ts";
import { publishDue, scheduleItem } from "./publish-item.ts";
import { findItem } from "./queries.ts";
import { signItem, submitItem } from "./review-item.ts";
import { MarkItem, SubmitItem, WithdrawItem } from "./schema.ts";
import { findFindings, screenItem } from "./screen-item.ts";
import { aDisclosureLedger, addAnOrgan, aDraft, anEntry, CLEAR, someFiles, STAFF, valueOf } from "./testing.ts";
import { findPublishedRecord, verifyItem } from "./verify-item.ts";
import { withdrawItem } from "./withdraw-item.ts";

const { db } = await aDatabase();
const files = someFiles();
const readers = { read: async () => "" };
await addAnOrgan(db, 1, {
  itemReviewChain: ["secrecyReviewer", "leader"],
  indexNumber: { template: "{issuer}/{year}{month}-{serial:4}", issuer: "11330000" },
});
const on = (when: string) => aDisclosureLedger(db, when);
const first = { page: 1, pageSize: 20 };

test("from a draft with a telephone number to the stub of what was withdrawn", async () => {
  const entry = await anEntry(on("2026-03-02"), 1);
  const html = '<p>咨询请拨打张老师电话<b>138</b>00001234。</p><script>alert(1)</script><p onclick="x()">特此通知。</p>';
  const drafted = valueOf(
    await draftItem(on("2026-03-02"), files, { agencyId: 1, officer: STAFF.drafter, given: aDraft(entry, { html }) }),
  );
  const itemId = drafted.id;
  const call = { agencyId: 1, itemId, officer: STAFF.drafter };
  const marked = valueOf(await markItem(on("2026-03-02"), { ...call, given: MarkItem.parse({ version: 1, attribute: "proactive" }) }));
  expect(await submitItem(on("2026-03-02"), { ...call, given: SubmitItem.parse({ version: marked.version }) })).toEqual({
    ok: false,
    refusal: "not-screened",
  });

  const screened = valueOf(await screenItem(on("2026-03-02"), files, { ...call, given: { version: marked.version } }));
  const row = await findItem(db, 1, itemId);
  const findings = await findFindings(db, { agencyId: 1, itemId, contentHash: row?.content_hash ?? "" });
  expect(findings).toMatchObject([{ rule: "mobile", severity: "block", source: "body", found: "13800001234", replacement: "138****1234" }]);
  expect(await submitItem(on("2026-03-02"), { ...call, given: SubmitItem.parse({ version: screened.version }) })).toEqual({
    ok: false,
    refusal: "finding-open",
  });

  const fingerprints = findings?.map(({ fingerprint }) => fingerprint) ?? [];
  const masked = valueOf(
    await maskFindings(on("2026-03-02"), { files, readers }, { ...call, given: { version: screened.version, fingerprints } }),
  );
  const submitted = valueOf(await submitItem(on("2026-03-02"), { ...call, given: SubmitItem.parse({ version: masked.version }) }));
  const sign = (officer: typeof STAFF.leader, version: number) =>
    signItem(on("2026-03-03"), { agencyId: 1, itemId, officer, given: { version, opinion: "同意", checks: CLEAR } });
  const reviewed = valueOf(await sign(STAFF.secrecyReviewer, submitted.version));
  expect(await sign(STAFF.secrecyReviewer, reviewed.version)).toEqual({ ok: false, refusal: "not-allowed" });
  const signed = valueOf(await sign(STAFF.leader, reviewed.version));
  expect(signed.state).toBe("approved");

  const scheduled = valueOf(
    await scheduleItem(on("2026-03-03"), {
      ...call,
      officer: STAFF.officeHead,
      given: { version: signed.version, at: "2026-03-05T01:00:00Z" },
    }),
  );
  expect(await publishDue(on("2026-03-04"))).toEqual({ published: 0, failed: [] });
  expect(await findPublicItem(db, 1, itemId)).toBeUndefined();
  expect(await publishDue(on("2026-03-05T01:00:30.000Z"))).toEqual({ published: 1, failed: [] });

  const page = await findPublicItem(db, 1, itemId);
  if (page?.status !== "published") throw new Error("not public");
  expect(page.html).toContain("<strong>138</strong>****1234");
  expect(page.html).not.toMatch(/script|onclick|00001234/);
  expect(page.item).toMatchObject({
    index_number: "11330000/202603-0001",
    published_on: "2026-03-05",
    publisher: "云溪县教育局",
    public_version: 1,
  });
  const record = await findPublishedRecord(db, { agencyId: 1, agencyCode: "yunxi-1", itemId });
  expect(record === undefined ? "" : hashRecord(record)).toBe(page.item.hash);
  expect(await verifyItem(db, page.item.hash)).toMatchObject({ what: "record", status: "current", isSigned: true, itemId });

  // Corrected: the public goes on seeing the first version until the second has been through the whole chain.
  const corrected = {
    ...aDraft(entry, { html: "<p>报名时间更正为3月20日。</p>", correction: "原报名时间有误，现予更正。" }),
    version: scheduled.version + 1,
  };
  const revised = valueOf(await reviseItem(on("2026-03-06"), files, { ...call, given: corrected }));
  expect(await findPublicItem(db, 1, itemId)).toMatchObject({ status: "published", item: { public_version: 1, correction: null } });
  const again = valueOf(await screenItem(on("2026-03-06"), files, { ...call, given: { version: revised.version } }));
  const handedIn = valueOf(await submitItem(on("2026-03-06"), { ...call, given: SubmitItem.parse({ version: again.version }) }));
  const resigned = valueOf(await sign(STAFF.leader, valueOf(await sign(STAFF.secrecyReviewer, handedIn.version)).version));
  valueOf(
    await scheduleItem(on("2026-03-06"), {
      ...call,
      officer: STAFF.officeHead,
      given: { version: resigned.version, at: "2026-03-09T01:00:00Z" },
    }),
  );
  await publishDue(on("2026-03-09T01:01:00.000Z"));
  const updated = await findPublicItem(db, 1, itemId);
  expect(updated).toMatchObject({
    status: "published",
    item: { public_version: 2, correction: "原报名时间有误，现予更正。", index_number: "11330000/202603-0001" },
  });
  expect(await verifyItem(db, page.item.hash)).toMatchObject({ status: "replaced" });

  const reason = WithdrawItem.parse({ version: resigned.version + 2, reason: "内容与上级文件不一致", publicTitle: "" });
  expect(await withdrawItem(on("2026-03-10"), { ...call, given: reason })).toEqual({ ok: false, refusal: "not-allowed" });
  valueOf(await withdrawItem(on("2026-03-10"), { ...call, officer: STAFF.leader, given: { ...reason, eraseTexts: true } }));
  expect(await findPublicItem(db, 1, itemId)).toEqual({
    status: "withdrawn",
    item: {
      item_id: itemId,
      title: "云溪县2026年义务教育招生工作安排",
      index_number: "11330000/202603-0001",
      published_on: "2026-03-05",
      withdrawn_at: "2026-03-10T01:30:00.000Z",
      withdrawal_reason: "内容与上级文件不一致",
    },
  });
  expect((await listPublicItems(db, 1, first)).total).toBe(0);
  const texts = await db.selectFrom("item_text").select(["html", "plain"]).where("item_id", "=", itemId).execute();
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.every(({ html: text, plain }) => text === null && plain === null)).toBe(true);
  const events = await db.selectFrom("event").select("payload").where("stream_id", "=", itemId).execute();
  expect(JSON.stringify(events)).not.toContain("13800001234");
});

describe("the 20 working days of Art. 26", () => {
  test("are alarmed at although the catalogue promises a quarter, and a shorter promise comes first", async () => {
    const ledger = on("2026-09-11");
    const quarterly = await anEntry(ledger, 1, { name: "季度数据", limitKind: "quarter", limitDays: null });
    const quick = await anEntry(ledger, 1, { name: "工作动态", limitDays: 3 });
    const slow = valueOf(
      await draftItem(ledger, files, {
        agencyId: 1,
        officer: STAFF.drafter,
        given: aDraft(quarterly, { formedOn: "2026-09-11", title: "季度数据发布" }),
      }),
    );
    const news = valueOf(
      await draftItem(ledger, files, {
        agencyId: 1,
        officer: STAFF.drafter,
        given: aDraft(quick, { formedOn: "2026-09-11", title: "走访学校" }),
      }),
    );
    const about = { agencyId: 1, today: plainDate("2026-10-12"), calendar: officialCalendar() };
    const limits = await ITEM_REMINDERS.list(db, about);
    // Formed 11 September: the quarter ends on 30 September, the law's limit is 15 October.
    const of = (id: string) => limits.filter(({ subject }) => subject.id === id).map(({ dueOn, limit }) => [dueOn, limit]);
    expect(of(slow.id)).toEqual([
      ["2026-09-30", "publication-local"],
      ["2026-10-15", "publication"],
    ]);
    expect(of(news.id)).toEqual([
      ["2026-09-16", "publication-local"],
      ["2026-10-15", "publication"],
    ]);
    expect(standingOf(plainDate("2026-10-15"), about.today, about.calendar)).toMatchObject({ stage: "threeDays", daysLeft: 3 });
  });

  test("run for what is formed anew, and not for what is rightly withheld", async () => {
    const ledger = on("2026-10-20");
    const entry = await anEntry(ledger, 1, { name: "内部研究" });
    const drafted = valueOf(
      await draftItem(ledger, files, { agencyId: 1, officer: STAFF.drafter, given: aDraft(entry, { formedOn: "2026-10-20" }) }),
    );
    const mark = MarkItem.parse({
      version: 1,
      attribute: "withheld",
      reason: "讨论记录",
      basis: "条例第十六条第二款",
      reviewAgainOn: "2027-10-20",
    });
    valueOf(await markItem(ledger, { agencyId: 1, itemId: drafted.id, officer: STAFF.drafter, given: mark }));
    const limits = await ITEM_REMINDERS.list(db, { agencyId: 1, today: plainDate("2026-10-20"), calendar: officialCalendar() });
    expect(limits.filter(({ subject }) => subject.id === drafted.id)).toMatchObject([{ dueOn: "2027-10-20", limit: "review-again" }]);
  });
});

test("what the projections hold follows from the ledger", async () => {
  expect((await verifyProjections(db, on("2026-11-01").projections)).faults).toEqual([]);
});
