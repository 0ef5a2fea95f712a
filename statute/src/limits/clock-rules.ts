import type { ApplicationCase } from "../case/case-file.ts";
import { FEE_RULES, REGULATIONS, SINCE } from "../in-force.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** What an event does to the limit for the answer. */
export interface ClockRule extends Rule {
  readonly kind: "clock";
  readonly effect: "stop" | "restart" | "pause" | "extend" | "none";
  readonly cases: readonly {
    readonly when: string;
    readonly channel?: ApplicationCase["channel"];
    readonly events: ApplicationCase["events"];
    readonly today: PlainDate;
    /** Null: no limit runs. */
    readonly dueOn: PlainDate | null;
  }[];
}

const submitted = { type: "submitted", on: plainDate("2026-03-02") } as const;
const letter = {
  type: "consultationSent",
  on: plainDate("2026-03-09"),
  with: "thirdParty",
  id: "1",
  receivedOn: plainDate("2026-03-11"),
} as const;
const correctionAsked = { type: "correctionAsked", on: plainDate("2026-03-11"), by: plainDate("2026-03-25") } as const;
const feeNotified = { type: "feeNotified", on: plainDate("2026-03-13"), amount: 380, receivedOn: plainDate("2026-03-16") } as const;

/** Where counting begins: the law is silent. */
export const FIRST_DAY: ClockRule = {
  kind: "clock",
  id: "first-day",
  cites: `${REGULATIONS}第三十三条第二款`,
  inForce: SINCE.regulations2019,
  confidence: "known",
  says: "收到申请当日不计，次一工作日为第1日。",
  effect: "none",
  cases: [{ when: "没有其他事项", events: [submitted], today: plainDate("2026-03-02"), dueOn: plainDate("2026-03-30") }],
};

export const CORRECTION_STOPS: ClockRule = {
  kind: "clock",
  id: "correction-stops",
  cites: `${REGULATIONS}第三十条`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "告知补正后，答复期限自收到补正的申请之日起计算，等待补正期间不计。",
  effect: "stop",
  cases: [{ when: "等待补正", events: [submitted, correctionAsked], today: plainDate("2026-03-16"), dueOn: null }],
};

export const CORRECTION_RESTARTS: ClockRule = {
  kind: "clock",
  id: "correction-restarts",
  cites: `${REGULATIONS}第三十条`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "答复期限自行政机关收到补正的申请之日起重新计算。",
  effect: "restart",
  cases: [
    {
      when: "3月18日收到补正的申请",
      events: [submitted, correctionAsked, { type: "corrected", on: plainDate("2026-03-18") }],
      today: plainDate("2026-03-19"),
      dueOn: plainDate("2026-04-16"),
    },
  ],
};

export const CONSULTATION_PAUSES: ClockRule = {
  kind: "clock",
  id: "consultation-pauses",
  cites: `${REGULATIONS}第三十三条第三款`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "征求第三方和其他机关意见所需时间不计算在答复期限内；多个征求意见期间重叠的，合并计算。",
  effect: "pause",
  cases: [
    {
      when: "3月9日发出征求意见书，3月20日收到意见",
      events: [submitted, letter, { type: "opinionReceived", on: plainDate("2026-03-20"), id: "1", position: "agree" }],
      today: plainDate("2026-03-20"),
      dueOn: plainDate("2026-04-13"),
    },
    {
      when: "第三方3月11日收到，期限至4月1日，逾期未答复",
      events: [submitted, letter],
      today: plainDate("2026-04-02"),
      dueOn: plainDate("2026-04-23"),
    },
    { when: "尚在征求意见", events: [submitted, letter], today: plainDate("2026-03-18"), dueOn: null },
  ],
};

/** Where a pause begins and ends: the law is silent. */
export const PAUSE_BOUNDARIES: ClockRule = {
  kind: "clock",
  id: "pause-boundaries",
  cites: `${REGULATIONS}第三十三条第三款`,
  inForce: SINCE.regulations2019,
  confidence: "inference",
  says: "发出征求意见书当日计入已用期限，次日起扣除；收到意见当日或者对方期限届满之日（以先到者为准）仍扣除，次日起继续计算。",
  effect: "pause",
  cases: [
    {
      when: "期限4月1日届满，4月10日才收到意见",
      events: [submitted, letter, { type: "opinionReceived", on: plainDate("2026-04-10"), id: "1", position: "object" }],
      today: plainDate("2026-04-10"),
      dueOn: plainDate("2026-04-23"),
    },
  ],
};

export const PAYMENT_STOPS: ClockRule = {
  kind: "clock",
  id: "fee-stops",
  cites: FEE_RULES,
  inForce: SINCE.fees2021,
  confidence: "known",
  says: "发出收费通知后等待缴费期间，答复期限不计。",
  effect: "stop",
  cases: [{ when: "等待缴费", events: [submitted, feeNotified], today: plainDate("2026-03-20"), dueOn: null }],
};

export const PAYMENT_RESTARTS: ClockRule = {
  kind: "clock",
  id: "payment-restarts",
  cites: FEE_RULES,
  inForce: SINCE.fees2021,
  confidence: "known",
  says: "申请人缴费后，答复期限自缴费次日起重新计算。",
  effect: "restart",
  cases: [
    {
      when: "3月25日缴费",
      events: [submitted, feeNotified, { type: "feePaid", on: plainDate("2026-03-25") }],
      today: plainDate("2026-03-26"),
      dueOn: plainDate("2026-04-23"),
    },
  ],
};

/** The most an answer may be put off, and by whom. */
export const EXTENSION: ClockRule & { readonly longest: number; readonly approvedBy: string } = {
  kind: "clock",
  id: "extension",
  cites: `${REGULATIONS}第三十三条第二款`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "需要延长答复期限的，经政府信息公开工作机构负责人同意并在期限内告知申请人，延长最多20个工作日。",
  effect: "extend",
  longest: 20,
  approvedBy: "officeHead",
  cases: [
    {
      when: "期限内延长20个工作日",
      events: [submitted, { type: "extended", on: plainDate("2026-03-20"), days: 20 }],
      today: plainDate("2026-03-20"),
      dueOn: plainDate("2026-04-28"),
    },
    {
      when: "延长超过20个工作日的，不发生效力",
      events: [submitted, { type: "extended", on: plainDate("2026-03-20"), days: 21 }],
      today: plainDate("2026-03-20"),
      dueOn: plainDate("2026-03-30"),
    },
  ],
};

export const EXTENSION_ONCE: ClockRule & { readonly times: number } = {
  kind: "clock",
  id: "extension-once",
  cites: `${REGULATIONS}第三十三条第二款`,
  inForce: SINCE.regulations2019,
  confidence: "inference",
  says: "条例未规定可以延长几次，一件申请按只延长一次掌握。",
  effect: "extend",
  times: 1,
  cases: [
    {
      when: "先延长5个工作日，再次延长不发生效力",
      events: [
        submitted,
        { type: "extended", on: plainDate("2026-03-20"), days: 5 },
        { type: "extended", on: plainDate("2026-03-27"), days: 20 },
      ],
      today: plainDate("2026-03-27"),
      dueOn: plainDate("2026-04-07"),
    },
  ],
};

/** Asking for reasons (Art. 35) does not stop the clock. */
export const REASONS_KEEP_RUNNING: ClockRule = {
  kind: "clock",
  id: "reasons-keep-running",
  cites: `${REGULATIONS}第三十五条`,
  inForce: SINCE.regulations2019,
  confidence: "inference",
  says: "要求申请人说明理由期间，条例未规定扣除，答复期限照常计算。",
  effect: "none",
  cases: [
    {
      when: "等待说明理由",
      events: [submitted, { type: "reasonsAsked", on: plainDate("2026-03-05") }],
      today: plainDate("2026-03-10"),
      dueOn: plainDate("2026-03-30"),
    },
  ],
};

export const CLOCK_RULES = [
  FIRST_DAY,
  CORRECTION_STOPS,
  CORRECTION_RESTARTS,
  CONSULTATION_PAUSES,
  PAUSE_BOUNDARIES,
  PAYMENT_STOPS,
  PAYMENT_RESTARTS,
  EXTENSION,
  EXTENSION_ONCE,
  REASONS_KEEP_RUNNING,
];
