import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { officialCalendar } from "../calendar/official-calendar.ts";
import type { ApplicationCase } from "../case/case-file.ts";
import { foldCase } from "../case/fold-case.ts";
import { CASE_STATES } from "../case/standing.ts";
import { OUTCOME_CODES } from "../outcomes/outcome.ts";
import { addDays, plainDate } from "../plain-date.ts";
import { CHANNELS } from "../receipt/receipt.ts";
import { aHistory } from "../testing.ts";
import { ACT_NAMES, type ActDetails } from "./act.ts";
import { ACTS, getAct } from "./acts.ts";
import { checkAct } from "./check-act.ts";
import { listActs } from "./list-acts.ts";

const calendar = officialCalendar();
const on = plainDate;

const GIVEN: ActDetails = {
  by: ACTS.flatMap(({ by }) => by),
  reason: "理由",
  days: 20,
  amount: 100,
  outcome: "granted",
  article: "第三十六条第二项",
  remedy: "either",
  isSealed: true,
};

const someDetails = fc.record({
  consultation: fc.constantFrom("1", "2", "3", ""),
  reason: fc.constantFrom("理由", ""),
  days: fc.integer({ min: 0, max: 30 }),
  amount: fc.integer({ min: 0, max: 900 }),
  receivedAfter: fc.integer({ min: 0, max: 5 }),
  correctAfter: fc.integer({ min: 0, max: 20 }),
  outcome: fc.constantFrom(...OUTCOME_CODES),
  remedy: fc.constantFrom("reconsiderFirst", "either"),
  position: fc.constantFrom("agree", "object", "none"),
  earlier: fc.constantFrom(0, 0, 0, 1, 3),
  isSealed: fc.boolean(),
});

describe("an act that is allowed", () => {
  test("is taken by the fold without an irregularity beyond its warnings, whatever the history", () => {
    let allowed = 0;
    fc.assert(
      fc.property(aHistory, fc.constantFrom(...ACT_NAMES), someDetails, fc.integer({ min: 0, max: 40 }), (history, act, given, offset) => {
        const today = addDays(history.events.at(-1)!.on, offset); // a history has its first event
        const day = addDays(today, -given.earlier);
        const details = {
          ...given,
          on: day,
          by: getAct(act).by,
          article: "第三十六条",
          receivedOn: addDays(day, given.receivedAfter),
          correctBy: addDays(day, given.correctAfter),
        } as ActDetails; // of arbitraries that give the union's members
        const checked = checkAct(history, act, details, { today, calendar });
        if (!checked.ok) return;
        allowed++;
        const before = foldCase(history, { today, calendar });
        const after = foldCase({ ...history, events: [...history.events, ...checked.value.events] }, { today, calendar });
        const added = after.irregularities.filter(
          ({ type, on: when, problem }) =>
            !before.irregularities.some((known) => known.type === type && known.on === when && known.problem === problem),
        );
        const warned: string[] = checked.value.warnings.map(({ code }) => code);
        expect(added.filter(({ problem }) => !warned.includes(problem))).toEqual([]);
        expect(getAct(act).from).toContain(foldCase(history, { today: day, calendar }).state);
      }),
      { numRuns: 6000 },
    );
    expect(allowed).toBeGreaterThan(100);
  });

  test("is never refused for anything but what it still has to be given, when the list offers it", () => {
    fc.assert(
      fc.property(aHistory, fc.integer({ min: 0, max: 40 }), (history, offset) => {
        const today = addDays(history.events.at(-1)!.on, offset); // a history has its first event
        for (const { act, permitted, refusal } of listActs(history, { today, calendar })) {
          const tries = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"].map((consultation) =>
            checkAct(history, act, { ...GIVEN, consultation, correctBy: addDays(today, 10) }, { today, calendar }),
          );
          expect([act, tries.some(({ ok }) => ok), refusal?.code]).toEqual([act, permitted, refusal?.code]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

test("a case led by allowed acts alone is regular to its end, and reaches every state", () => {
  const reached = new Set<string>();
  const anAct = fc.record({ choice: fc.nat(), gap: fc.integer({ min: 0, max: 12 }), days: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.constantFrom(...CHANNELS), fc.array(anAct, { minLength: 4, maxLength: 25 }), (channel, steps) => {
      let history: Pick<ApplicationCase, "channel" | "events"> = { channel, events: [] };
      let today = on("2026-01-05");
      const warned: string[] = [];
      for (const { choice, gap, days } of steps) {
        today = addDays(today, gap);
        // Withdrawing ends too many of the cases too early.
        const offered = listActs(history, { today, calendar }).filter(
          ({ permitted, act }) => permitted && (act !== "withdraw" || choice % 9 === 0),
        );
        const { act, by } = offered[choice % offered.length] ?? { act: "close" as const, by: [] };
        const details: ActDetails = { ...GIVEN, by, days, receivedOn: addDays(today, 1), correctBy: addDays(today, days) };
        const checks = ["1", "2", "3", "4", "5", "6", "7", "8"].map((consultation) =>
          checkAct(history, act, { ...details, consultation }, { today, calendar }),
        );
        const checked = checks.find(({ ok }) => ok);
        if (checked?.ok !== true) continue;
        warned.push(...checked.value.warnings.map(({ code }) => code));
        history = { channel, events: [...history.events, ...checked.value.events] };
        const status = foldCase(history, { today, calendar });
        reached.add(status.state);
        expect(status.irregularities.filter(({ problem }) => !warned.includes(problem))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(CASE_STATES.filter((state) => state !== "draft" && !reached.has(state))).toEqual([]);
});

const handling = {
  channel: "inPerson",
  events: [
    { type: "submitted", on: on("2026-03-02") },
    { type: "noted", on: on("2026-03-02"), name: "registered" },
    { type: "noted", on: on("2026-03-03"), name: "assigned" },
  ],
} as const;

describe("the acts of a case in hand", () => {
  const listed = listActs(handling, { today: on("2026-03-12"), calendar });
  const find = (act: string) => listed.find((one) => one.act === act);

  test("say who may do them, and what happens to the clock with its date", () => {
    expect(find("extend")).toMatchObject({
      permitted: true,
      by: ["officeHead"],
      cites: "《政府信息公开条例》第三十三条第二款",
      consequence: "在现有期限上增加所延长的工作日，最迟至2026年4月28日",
    });
    expect(find("askCorrection")).toMatchObject({
      permitted: true,
      warnings: [{ code: "correction-late" }],
      consequence: "停止计算期限，收到补正后重新计算20个工作日",
    });
  });

  test("tell why the others may not be done, with the article", () => {
    expect(find("serve")).toMatchObject({ permitted: false, refusal: { code: "not-decided", text: "答复尚未签发，不能送达" } });
    expect(find("override")).toMatchObject({ permitted: false, refusal: { code: "wrong-state" } });
    const late = listActs(handling, { today: on("2026-04-01"), calendar }).find(({ act }) => act === "extend");
    expect(late?.refusal).toMatchObject({ code: "extension-late", cites: "《政府信息公开条例》第三十三条第二款" });
  });

  test("stand before those that may not", () => {
    expect(listed.map(({ permitted }) => permitted)).toEqual(
      listed.map(({ permitted }) => permitted).toSorted((a, b) => Number(b) - Number(a)),
    );
  });
});

describe("checking an act", () => {
  const check = (act: Parameters<typeof checkAct>[1], details: Partial<ActDetails>, today = "2026-03-12") =>
    checkAct(handling, act, { by: getAct(act).by, ...details }, { today: on(today), calendar });

  test("tells everything that is wrong at once", () => {
    const checked = check("extend", { by: ["handler"], days: 0 });
    expect(checked).toMatchObject({ ok: false, refusal: "not-ones-act" });
    expect(!checked.ok && checked.refusals.map(({ code }) => code)).toEqual(["not-ones-act", "length-missing", "reason-missing"]);
  });

  test("gives the events to append and the new last day", () => {
    expect(check("extend", { days: 5, reason: "调档" })).toEqual({
      ok: true,
      value: {
        events: [{ type: "extended", on: "2026-03-12", days: 5, approvedBy: "officeHead" }],
        warnings: [],
        consequence: "在现有期限上增加所延长的工作日，答复期限至2026年4月7日",
      },
    });
  });

  test("enters a letter of an earlier day, but none before the last event or of tomorrow", () => {
    const details = { days: 5, reason: "调档" };
    expect(check("extend", { ...details, on: on("2026-03-10") })).toMatchObject({ ok: true, value: { events: [{ on: "2026-03-10" }] } });
    expect(check("extend", { ...details, on: on("2026-03-02") })).toMatchObject({ ok: false, refusal: "before-last-event" });
    expect(check("extend", { ...details, on: on("2026-03-13") })).toMatchObject({ ok: false, refusal: "in-the-future" });
  });
});
