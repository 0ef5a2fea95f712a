import { officialCalendar, plainDate } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { aDatabase } from "../platform/database/testing.ts";
import { draftItem, reviseItem } from "./draft-item.ts";
import { ITEM_WORK } from "./item-limits.ts";
import { markItem, reviewItemAgain } from "./mark-item.ts";
import { maskFindings } from "./mask-item.ts";
import { publishItem } from "./publish-item.ts";
import { findItem } from "./queries.ts";
import { returnItem, signItem, submitItem } from "./review-item.ts";
import { MarkItem, ReviewAgain, SubmitItem } from "./schema.ts";
import { findFindings, judgeFinding, screenItem } from "./screen-item.ts";
import { aDisclosureLedger, addAnOrgan, aDraft, anEntry, aSubmitted, CLEAR, signAll, someFiles, STAFF, valueOf } from "./testing.ts";

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
