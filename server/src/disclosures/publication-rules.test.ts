import { officialCalendar, plainDate } from "@gongkai/statute";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { changeValidity, lapseDocuments, linkInterpretation } from "./change-validity.ts";
import { countTable2 } from "./count-table2.ts";
import { draftItem, reviseItem } from "./draft-item.ts";
import { foldItem } from "./fold-item.ts";
import { ITEM_WORK } from "./item-limits.ts";
import { archiveItem, discardItem, markItem, reviewItemAgain } from "./mark-item.ts";
import { maskFindings } from "./mask-item.ts";
import { findPublicItem } from "./find-public-item.ts";
import { findPublicAttachment, listPublicItems } from "./public-items.ts";
import { publishItem, scheduleItem, unscheduleItem } from "./publish-item.ts";
import { findItem } from "./queries.ts";
import { returnItem, signItem, submitItem } from "./review-item.ts";
import { ChangeValidity, MarkItem, ReviewAgain, SubmitItem, WithdrawItem } from "./schema.ts";
import { findFindings, judgeFinding, screenItem } from "./screen-item.ts";
import {
  aDisclosureLedger,
  addAnOrgan,
  aDraft,
  anEntry,
  aPublished,
  aSubmitted,
  CLEAR,
  signAll,
  someFiles,
  STAFF,
  valueOf,
} from "./testing.ts";
import { approveTakeDown, expireItems, takeDownItem, withdrawItem } from "./withdraw-item.ts";

const { db } = await aDatabase();
const files = someFiles();
const services = { files, readers: { read: async () => "" } };
const ledger = aDisclosureLedger(db, "2026-03-02");
await addAnOrgan(db, 1);
const entry = await anEntry(ledger, 1);
const about = { agencyId: 1 };
const DIRTY = "<p>联系人手机13800001234。</p>";

const refusal = (name: string) => ({ ok: false, refusal: name });
const drafting = (rest: object, html?: string) =>
  draftItem(ledger, files, {
    agencyId: 1,
    officer: STAFF.drafter,
    given: aDraft(entry, { ...rest, ...(html === undefined ? {} : { html }) }),
  });

describe("a draft is refused", () => {
  test.each([
    ["formed in the future", { formedOn: "2026-03-03" }, "in-the-future"],
    ["with an end before its beginning", { validUntil: "2026-01-01" }, "dates-in-disorder"],
    ["in an entry that does not exist", { entry: "00000000-0000-4000-8000-000000000000" }, "entry-not-found"],
    ["with an attachment nobody handed in", { attachments: [{ sha256: "0".repeat(64), name: "附件.pdf" }] }, "attachment-unknown"],
    ["empty", { html: "<p> </p><script>x</script>" }, "text-empty"],
    ["with a correction of what was never public", { correction: "更正" }, "correction-without-publication"],
  ])("%s", async (_, rest, expected) => {
    expect(await drafting(rest)).toEqual(refusal(expected));
  });

  test("by whom it is no business of", async () => {
    expect(await draftItem(ledger, files, { agencyId: 1, officer: STAFF.registrar, given: aDraft(entry) })).toEqual(refusal("not-allowed"));
  });

  test("in an entry for disclosure on application", async () => {
    const onRequest = await anEntry(ledger, 1, { name: "查询", way: "onRequest" });
    expect(await draftItem(ledger, files, { agencyId: 1, officer: STAFF.drafter, given: aDraft(onRequest) })).toEqual(
      refusal("entry-on-request"),
    );
  });
});

describe("the attribute at source", () => {
  test.each([
    ["needs a reason unless proactive", { attribute: "redacted" }, "reason-missing"],
    ["needs a day for another look when withheld", { attribute: "withheld", reason: "讨论记录" }, "review-date-missing"],
    ["needs a later day", { attribute: "onRequest", reason: "内部事务", reviewAgainOn: "2026-03-02" }, "review-date-past"],
    [
      "of a forwarded document is not wider than the original's",
      { attribute: "proactive", inheritedFrom: { organ: "云溪市教育局", documentNumber: "云市教〔2026〕1号", attribute: "onRequest" } },
      "wider-than-original",
    ],
  ])("%s", async (_, mark, expected) => {
    const { id } = valueOf(await drafting({}));
    expect(
      await markItem(ledger, { ...about, itemId: id, officer: STAFF.drafter, given: MarkItem.parse({ version: 1, ...mark }) }),
    ).toEqual(refusal(expected));
  });

  test("withheld is looked at again, and then decided anew or withheld for longer", async () => {
    const { id } = valueOf(await drafting({}));
    const call = { ...about, itemId: id, officer: STAFF.officeHead };
    const mark = MarkItem.parse({ version: 1, attribute: "withheld", reason: "过程性信息", reviewAgainOn: "2026-06-01" });
    valueOf(await markItem(ledger, { ...call, given: mark }));
    const longer = valueOf(
      await reviewItemAgain(ledger, { ...call, given: ReviewAgain.parse({ version: 2, conclusion: "继续不公开", nextOn: "2026-12-01" }) }),
    );
    expect((await findItem(db, 1, id))?.review_again_on).toBe("2026-12-01");
    valueOf(await reviewItemAgain(ledger, { ...call, given: ReviewAgain.parse({ version: longer.version, conclusion: "可以公开" }) }));
    expect(await findItem(db, 1, id)).toMatchObject({ state: "drafted", attribute: null, review_again_on: null });
    expect(await reviewItemAgain(ledger, { ...call, given: ReviewAgain.parse({ version: 4, conclusion: "可以公开" }) })).toEqual(
      refusal("not-withheld"),
    );
  });

  test("withheld is reviewed but never published", async () => {
    const mark = { attribute: "withheld", reason: "过程性信息", reviewAgainOn: "2026-06-01" };
    const signed = await signAll(ledger, await aSubmitted(ledger, files, { ...about, draft: aDraft(entry), mark }));
    expect(await publishItem(ledger, { ...signed, officer: STAFF.officeHead, given: signed })).toEqual(refusal("not-for-publication"));
  });
});

describe("review", () => {
  test("goes step by step, by the post whose turn it is, nobody twice", async () => {
    const item = await aSubmitted(ledger, files, { ...about, draft: aDraft(entry) });
    const both = { ...STAFF.unitHead, roles: ["unitHead", "secrecyReviewer", "leader"] as const };
    const sign = (officer: typeof STAFF.leader | typeof both, version: number, rest: object = {}) =>
      signItem(ledger, { ...item, officer, given: { version, opinion: "同意", checks: CLEAR, ...rest } });
    expect(await sign(STAFF.leader, item.version)).toEqual(refusal("not-allowed"));
    expect(await sign({ ...STAFF.drafter, roles: ["handler", "unitHead"] } as never, item.version)).toEqual(refusal("signed-already"));
    const first = valueOf(await sign(both, item.version));
    expect(await sign(both, first.version)).toEqual(refusal("signed-already"));
    expect(await sign(STAFF.secrecyReviewer, item.version)).toEqual(refusal("changed-meanwhile"));
    expect(await sign(STAFF.secrecyReviewer, first.version, { checks: {} })).toEqual(refusal("form-incomplete"));
    expect(await sign(STAFF.secrecyReviewer, first.version, { checks: { ...CLEAR, privacy: "present" } })).toEqual(refusal("check-failed"));
    expect(
      await reviseItem(ledger, files, { ...item, officer: STAFF.drafter, given: { ...aDraft(entry), version: first.version } }),
    ).toEqual(refusal("in-review"));
    expect(await publishItem(ledger, { ...item, officer: STAFF.officeHead, given: { version: first.version } })).toEqual(
      refusal("not-approved"),
    );
    const returned = valueOf(
      await returnItem(ledger, { ...item, officer: STAFF.secrecyReviewer, given: { version: first.version, reason: "请核对数据" } }),
    );
    expect(returned.state).toBe("returned");
    expect(
      await signItem(ledger, { ...item, officer: STAFF.leader, given: { version: returned.version, opinion: "同意", checks: CLEAR } }),
    ).toEqual(refusal("wrong-state"));
  });

  test("waits for whoever's turn it is, in their list of the day", async () => {
    const item = await aSubmitted(ledger, files, { ...about, draft: aDraft(entry, { title: "今日待审" }) });
    const list = (personId: string, role: "unitHead" | "leader") =>
      ITEM_WORK.list(db, {
        agencyId: 1,
        personId,
        posts: [],
        roles: new Set([role]),
        today: plainDate("2026-03-02"),
        calendar: officialCalendar(),
      });
    expect((await list("00000000-0000-4000-8000-00000000000a", "unitHead")).filter(({ id }) => id === item.itemId)).toMatchObject([
      { act: "审查", dueOn: "2026-03-30" },
    ]);
    expect((await list("00000000-0000-4000-8000-00000000000a", "leader")).filter(({ id }) => id === item.itemId)).toEqual([]);
  });

  test("is undone by any change after the signatures", async () => {
    const signed = await signAll(ledger, await aSubmitted(ledger, files, { ...about, draft: aDraft(entry) }));
    const revised = valueOf(
      await reviseItem(ledger, files, {
        ...signed,
        officer: STAFF.drafter,
        given: { ...aDraft(entry, { summary: "改" }), version: signed.version },
      }),
    );
    expect(await publishItem(ledger, { ...signed, officer: STAFF.officeHead, given: { version: revised.version } })).toEqual(
      refusal("not-approved"),
    );
  });
});

describe("findings", () => {
  test("that block are answered for by a person, and the verdict survives other changes and another run", async () => {
    const { id } = valueOf(await drafting({}, DIRTY));
    const call = { ...about, itemId: id, officer: STAFF.drafter };
    const marked = valueOf(await markItem(ledger, { ...call, given: MarkItem.parse({ version: 1, attribute: "proactive" }) }));
    expect(await judgeFinding(ledger, { ...call, given: { version: marked.version, fingerprint: "x", reason: "y" } })).toEqual(
      refusal("finding-not-found"),
    );
    expect(await maskFindings(ledger, services, { ...call, given: { version: marked.version, fingerprints: ["x"] } })).toEqual(
      refusal("not-screened"),
    );
    const screened = valueOf(await screenItem(ledger, files, { ...call, given: { version: marked.version } }));
    const hash = async () => (await findItem(db, 1, id))?.content_hash ?? "";
    const [finding] = (await findFindings(db, { agencyId: 1, itemId: id, contentHash: await hash() })) ?? [];
    expect(await maskFindings(ledger, services, { ...call, given: { version: screened.version, fingerprints: ["x"] } })).toEqual(
      refusal("finding-not-found"),
    );
    const judged = valueOf(
      await judgeFinding(ledger, {
        ...call,
        given: { version: screened.version, fingerprint: finding?.fingerprint ?? "", reason: "对外公布的工作手机" },
      }),
    );
    const more = aDraft(entry, { html: `<p>前面加了一段。</p>${DIRTY}` });
    const revised = valueOf(await reviseItem(ledger, files, { ...call, given: { ...more, version: judged.version } }));
    const again = valueOf(await screenItem(ledger, files, { ...call, given: { version: revised.version } }));
    expect(await submitItem(ledger, { ...call, given: SubmitItem.parse({ version: again.version }) })).toMatchObject({ ok: true });
  });

  test("of secrecy marks are not for the drafter to clear, nor for a click", async () => {
    const { id } = valueOf(await drafting({}, "<p>机密★5年</p><p>会议纪要</p>"));
    const call = { ...about, itemId: id, officer: STAFF.drafter };
    const screened = valueOf(await screenItem(ledger, files, { ...call, given: { version: 1 } }));
    const contentHash = (await findItem(db, 1, id))?.content_hash ?? "";
    const [finding] = (await findFindings(db, { agencyId: 1, itemId: id, contentHash })) ?? [];
    const fingerprint = finding?.fingerprint ?? "";
    expect(finding?.rule).toBe("secrecyMark");
    expect(await judgeFinding(ledger, { ...call, given: { version: screened.version, fingerprint, reason: "已解密" } })).toEqual(
      refusal("needs-secrecy-reviewer"),
    );
    expect(await maskFindings(ledger, services, { ...call, given: { version: screened.version, fingerprints: [fingerprint] } })).toEqual(
      refusal("cannot-mask"),
    );
    expect(
      await judgeFinding(ledger, {
        ...call,
        officer: STAFF.secrecyReviewer,
        given: { version: screened.version, fingerprint, reason: "已解密" },
      }),
    ).toMatchObject({ ok: true });
  });
});

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

test("whatever is done in whatever order, what is public has been reviewed whole and is free of open findings", async () => {
  const officers = Object.values(STAFF);
  const act = fc.record({
    act: fc.constantFrom(
      "revise",
      "dirty",
      "mark",
      "withhold",
      "screen",
      "judge",
      "submit",
      "sign",
      "sign",
      "sign",
      "return",
      "publish",
      "publish",
      "schedule",
      "withdraw",
      "link",
    ),
    who: fc.nat(officers.length - 1),
    isRight: fc.integer({ min: 0, max: 9 }),
  });
  let published = 0; // a walk that never gets there would prove nothing
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 40 }), async (acts) => {
      const { id } = valueOf(await drafting({}));
      const load = async () => foldItem(await readHistory(db, 1, { kind: "item", id }));
      for (const { act: name, who, isRight } of acts) {
        const item = await load();
        const { length: version } = await readHistory(db, 1, { kind: "item", id });
        // Mostly whoever may, so that the walk gets somewhere; now and then anyone.
        const turn = item?.round?.chain[item.round.signatures.length];
        const apt =
          name === "sign" || name === "return"
            ? officers.find(({ roles }) => (roles as readonly string[]).includes(turn ?? "officeHead"))
            : name === "withdraw"
              ? STAFF.leader
              : STAFF.officeHead;
        const officer = isRight < 8 ? (apt ?? STAFF.leader) : (officers[who] ?? STAFF.leader);
        const call = { agencyId: 1, itemId: id, officer };
        const given = { version };
        if (name === "revise")
          await reviseItem(ledger, files, { ...call, given: { ...aDraft(entry, { summary: `第${version}版` }), ...given } });
        else if (name === "dirty") await reviseItem(ledger, files, { ...call, given: { ...aDraft(entry, { html: DIRTY }), ...given } });
        else if (name === "mark") await markItem(ledger, { ...call, given: MarkItem.parse({ ...given, attribute: "proactive" }) });
        else if (name === "withhold")
          await markItem(ledger, {
            ...call,
            given: MarkItem.parse({ ...given, attribute: "withheld", reason: "x", reviewAgainOn: "2027-01-04" }),
          });
        else if (name === "screen") await screenItem(ledger, files, { ...call, given });
        else if (name === "judge") {
          const [finding] = (await findFindings(db, { agencyId: 1, itemId: id, contentHash: item?.contentHash ?? "" })) ?? [];
          if (finding !== undefined)
            await judgeFinding(ledger, { ...call, given: { ...given, fingerprint: finding.fingerprint, reason: "可以公开" } });
        } else if (name === "submit") await submitItem(ledger, { ...call, given: SubmitItem.parse(given) });
        else if (name === "sign") await signItem(ledger, { ...call, given: { ...given, opinion: "同意", checks: CLEAR } });
        else if (name === "return") await returnItem(ledger, { ...call, given: { ...given, reason: "x" } });
        else if (name === "publish") await publishItem(ledger, { ...call, given });
        else if (name === "schedule") await scheduleItem(ledger, { ...call, given: { ...given, at: "2026-04-01T00:00:00Z" } });
        else if (name === "withdraw") await withdrawItem(ledger, { ...call, given: WithdrawItem.parse({ ...given, reason: "x" }) });
      }
      const item = await load();
      for (const { contentHash, round } of item?.publications ?? []) {
        if (round === null) throw new Error("published without a round");
        expect(round.chain).toEqual(["unitHead", "secrecyReviewer", "leader"]);
        expect(round.signatures.map(({ role, contentHash: signed }) => [role, signed])).toEqual(
          round.chain.map((role) => [role, contentHash]),
        );
        expect(new Set([round.drafter, ...round.signatures.map(({ personId }) => personId)]).size).toBe(4);
      }
      published += item?.publications.length ?? 0;
      const page = await findPublicItem(db, 1, id);
      expect(page === undefined).toBe((item?.publications.length ?? 0) === 0);
      // Dirty text is public only with a verdict on it.
      if (page?.status === "published" && page.html?.includes("13800001234") === true) expect(item?.judged.size).toBeGreaterThan(0);
    }),
    { numRuns: 12, seed: 7 },
  );
  expect(published).toBeGreaterThan(0);
});
