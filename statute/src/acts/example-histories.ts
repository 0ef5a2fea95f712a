import type { CaseEvent } from "../case/case-file.ts";
import { plainDate } from "../plain-date.ts";

// Histories for the cases of the acts: one case, received on Monday 2 March 2026, led to every state.

const on = plainDate;

export const received: readonly CaseEvent[] = [{ type: "submitted", on: on("2026-03-02") }];
export const registered: readonly CaseEvent[] = [...received, { type: "noted", on: on("2026-03-02"), name: "registered" }];
export const handling: readonly CaseEvent[] = [...registered, { type: "noted", on: on("2026-03-03"), name: "assigned" }];
export const correctionAsked: readonly CaseEvent[] = [...handling, { type: "correctionAsked", on: on("2026-03-10"), by: on("2026-03-24") }];
export const corrected: readonly CaseEvent[] = [...correctionAsked, { type: "corrected", on: on("2026-03-18") }];
export const reasonsAsked: readonly CaseEvent[] = [...handling, { type: "reasonsAsked", on: on("2026-03-05") }];
export const feeNotified: readonly CaseEvent[] = [
  ...handling,
  { type: "feeNotified", on: on("2026-03-13"), amount: 380, receivedOn: on("2026-03-16") },
];
export const consulting: readonly CaseEvent[] = [
  ...handling,
  { type: "consultationSent", on: on("2026-03-09"), with: "thirdParty", id: "1", receivedOn: on("2026-03-11") },
];
export const objected: readonly CaseEvent[] = [
  ...consulting,
  { type: "opinionReceived", on: on("2026-03-20"), id: "1", position: "object" },
];
export const extended: readonly CaseEvent[] = [...handling, { type: "extended", on: on("2026-03-16"), days: 5 }];
export const drafted: readonly CaseEvent[] = [...handling, { type: "noted", on: on("2026-03-16"), name: "drafted" }];
export const decided: readonly CaseEvent[] = [...drafted, { type: "replied", on: on("2026-03-20"), outcome: "granted" }];
export const delivered: readonly CaseEvent[] = [...decided, { type: "delivered", on: on("2026-03-23") }];
export const closed: readonly CaseEvent[] = [...delivered, { type: "closed", on: on("2026-03-25") }];

export const [DAY_3, DAY_17] = [on("2026-03-05"), on("2026-03-17")];
export const letter = { outcome: "granted", article: "第三十六条第二项", remedy: "either", isSealed: true } as const;
export const denial = { outcome: "denied.internal", article: "第十六条第一款", remedy: "reconsiderFirst", isSealed: true } as const;
