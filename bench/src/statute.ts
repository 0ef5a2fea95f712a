import {
  type ApplicationCase,
  type CaseEvent,
  foldCase,
  officialCalendar,
  parseCases,
  plainDate,
  type PlainDate,
  addDays,
} from "@gongkai/statute";
import { cpuRate } from "./cpu-rate.ts";
import type { BenchOptions } from "./options.ts";
import { printTable } from "./print-table.ts";

const GOAL = 100_000;
const [FIRST_DAY, DAYS] = [plainDate("2025-01-02"), 700];

/**
 * Cases a second of one core: the clock alone (received, and nothing else happened) and histories of every kind, as they
 * stand some weeks later. The reference is JSON.parse of the same cases: what reading them costs in any program.
 */
export async function statute({ documents = 2000, seed }: BenchOptions): Promise<void> {
  const calendar = officialCalendar();
  const rows = KINDS.map(({ what, events }) => {
    const cases = Array.from({ length: documents }, (_, index) => makeCase(events, addDays(FIRST_DAY, (seed * 7919 + index * 13) % DAYS)));
    return { what, cases, texts: cases.map(({ file }) => JSON.stringify(file)) };
  });
  const table: (string | number)[][] = [];
  for (const { what, cases, texts } of [...rows, mix(rows)]) {
    const folded = await cpuRateOf(cases, ({ file, today }) => foldCase(file, { today, calendar }));
    const read = await cpuRateOf(texts, parseCases);
    const reference = await cpuRateOf(texts, (text) => JSON.parse(text) as unknown);
    const bytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    table.push([
      what,
      Math.round(bytes),
      ...[folded, GOAL, read, reference].map(Math.round),
      `${((100 * folded) / reference).toFixed(0)} %`,
    ]);
  }
  printTable(
    "Clock and fold, cases per second of one core; reference: JSON.parse of the same case",
    ["", "bytes", "folded", "goal", "read and checked", "reference", "of reference"],
    table,
  );
}

interface Made {
  readonly file: ApplicationCase;
  readonly today: PlainDate;
}
type Step = (day: (offset: number) => PlainDate) => CaseEvent;

const submitted: Step = (day) => ({ type: "submitted", on: day(0) });
const confirmed: Step = (day) => ({ type: "confirmed", on: day(1) });
const replied: Step = (day) => ({ type: "replied", on: day(35), outcome: "granted" });

const KINDS: readonly { readonly what: string; readonly events: readonly Step[] }[] = [
  { what: "received, clock running", events: [submitted, confirmed] },
  {
    what: "corrected",
    events: [
      submitted,
      confirmed,
      (day) => ({ type: "correctionAsked", on: day(5), by: day(20) }),
      (day) => ({ type: "corrected", on: day(15) }),
    ],
  },
  {
    what: "two consultations, extended, answered",
    events: [
      submitted,
      confirmed,
      (day) => ({ type: "consultationSent", on: day(6), with: "thirdParty", id: "1", receivedOn: day(8) }),
      (day) => ({ type: "consultationSent", on: day(9), with: "organ", id: "2", receivedOn: day(9) }),
      (day) => ({ type: "opinionReceived", on: day(20), id: "1", position: "agree" }),
      (day) => ({ type: "opinionReceived", on: day(24), id: "2", position: "none" }),
      (day) => ({ type: "extended", on: day(28), days: 20 }),
      replied,
      (day) => ({ type: "delivered", on: day(36) }),
      (day) => ({ type: "closed", on: day(37) }),
    ],
  },
];

function makeCase(steps: readonly Step[], from: PlainDate): Made {
  const day = (offset: number): PlainDate => addDays(from, offset);
  const events = steps.map((step) => step(day));
  return {
    file: { kind: "application", number: "2026-0001", applicant: { kind: "natural" }, channel: "internet", events },
    today: day(40),
  };
}

function mix(rows: readonly { readonly cases: readonly Made[]; readonly texts: readonly string[] }[]) {
  return { what: "all of these in turn", cases: rows.flatMap(({ cases }) => cases), texts: rows.flatMap(({ texts }) => texts) };
}

/** By the batch, because waiting for each would cost more than the fold itself. */
async function cpuRateOf<Input>(inputs: readonly Input[], run: (input: Input) => unknown): Promise<number> {
  const perBatch = await cpuRate([inputs], (batch) => {
    for (const input of batch) run(input);
  });
  return perBatch * inputs.length;
}
