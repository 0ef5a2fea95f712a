import fc from "fast-check";
import { expect, test } from "vitest";
import { readHistory } from "../ledger/index.ts";
import { aDatabase } from "../platform/database/testing.ts";
import { draftItem, reviseItem } from "./draft-item.ts";
import { foldItem } from "./fold-item.ts";
import { markItem } from "./mark-item.ts";
import { findPublicItem } from "./find-public-item.ts";
import { publishItem, scheduleItem } from "./publish-item.ts";
import { returnItem, signItem, submitItem } from "./review-item.ts";
import { MarkItem, SubmitItem, WithdrawItem } from "./schema.ts";
import { findFindings, judgeFinding, screenItem } from "./screen-item.ts";
import { aDisclosureLedger, addAnOrgan, aDraft, anEntry, CLEAR, someFiles, STAFF, valueOf } from "./testing.ts";
import { withdrawItem } from "./withdraw-item.ts";

const { db } = await aDatabase();
const files = someFiles();
const ledger = aDisclosureLedger(db, "2026-03-02");
await addAnOrgan(db, 1);
const entry = await anEntry(ledger, 1);
const DIRTY = "<p>联系人手机13800001234。</p>";

const drafting = (rest: object, html?: string) =>
  draftItem(ledger, files, {
    agencyId: 1,
    officer: STAFF.drafter,
    given: aDraft(entry, { ...rest, ...(html === undefined ? {} : { html }) }),
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
