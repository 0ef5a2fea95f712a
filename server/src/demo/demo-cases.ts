import { type ActName, type Calendar, type Channel, type OutcomeCode, type PlainDate, type Role } from "@gongkai/statute";
import type { PerformAct } from "../applications/schema.ts";

/** A step of a made-up case: on which working day after receipt, by whom, what. */
export interface DemoStep {
  readonly day: number;
  readonly by: Role;
  readonly act: ActName | "review";
  readonly given?: (on: PlainDate, calendar: Calendar) => Partial<PerformAct>;
}

/** The life of a made-up case. One that is under way breaks off where today's date has got to. */
export interface DemoPlan {
  readonly channel: Channel;
  readonly outcome: OutcomeCode;
  readonly steps: readonly DemoStep[];
}

const assign: DemoStep = { day: 1, by: "officeHead", act: "assign" };

/** Draft, chain of three and service, the answer going out on a working day after receipt. */
function answerOn(
  day: number,
  outcome: OutcomeCode,
  article: string,
  reason = "",
  letter?: Readonly<Record<string, string>>,
): readonly DemoStep[] {
  return [
    {
      day: day - 4,
      by: "handler",
      act: "draftReply",
      given: () => ({ outcome, article, ...(reason === "" ? {} : { reason }), ...(letter === undefined ? {} : { letter }) }),
    },
    { day: day - 3, by: "unitHead", act: "review" },
    { day: day - 2, by: "officeHead", act: "review" },
    { day, by: "leader", act: "sign", given: () => ({ isSealed: true }) },
    { day: day + 1, by: "registrar", act: "serve", given: () => ({ deliveryWay: "post", proof: "挂号信回执（演示）" }) },
    { day: day + 6, by: "registrar", act: "close" },
  ];
}

const plan = (channel: Channel, outcome: OutcomeCode, ...steps: readonly DemoStep[]): DemoPlan => ({ channel, outcome, steps });

const GRANTED = ["第三十六条第二项"] as const;

/** Kinds of cases, the common ones first. */
export const DEMO_PLANS: readonly DemoPlan[] = [
  plan("inPerson", "granted", assign, ...answerOn(14, "granted", ...GRANTED)),
  plan(
    "postSigned",
    "nonexistent",
    assign,
    ...answerOn(15, "nonexistent", "第三十六条第四项", "经以关键词检索档案系统、业务系统和纸质档案，未检索到所申请的信息。"),
  ),
  plan("postSigned", "otherOrgan", assign, ...answerOn(8, "otherOrgan", "第三十六条第五项", "所申请的信息由其他行政机关制作并保存。")),
  plan(
    "inPerson",
    "granted",
    assign,
    {
      day: 5,
      by: "officeHead",
      act: "askCorrection",
      given: (on, calendar) => ({
        reason: "申请内容未写明文件名称或者项目名称，无法确定所指的信息。",
        correctBy: workingDaysAfter(calendar, on, 10),
      }),
    },
    { day: 9, by: "registrar", act: "recordCorrection" },
    ...answerOn(22, "granted", ...GRANTED),
  ),
  plan(
    "postSigned",
    "partial",
    assign,
    {
      day: 4,
      by: "officeHead",
      act: "consultThirdParty",
      given: (on, calendar) => ({
        reason: "所申请的文件含有第三方的投标技术方案，可能涉及商业秘密。",
        consulted: "涉及的第三方（演示）",
        receivedOn: workingDaysAfter(calendar, on, 2),
      }),
    },
    { day: 13, by: "registrar", act: "recordOpinion", given: () => ({ consultation: "1", position: "object" }) },
    ...answerOn(24, "partial", "第三十七条、第十五条", "文件中涉及第三方商业秘密的内容不予公开，其余部分予以公开。"),
  ),
  plan(
    "inPerson",
    "alreadyPublic",
    assign,
    { day: 17, by: "officeHead", act: "extend", given: () => ({ days: 10, reason: "涉及的档案数量较多，需要逐件核对。" }) },
    ...answerOn(27, "alreadyPublic", "第三十六条第一项", "", { access: "县政府门户网站“政府信息公开”专栏（演示）" }),
  ),
  plan(
    "postSigned",
    "denied.process",
    assign,
    ...answerOn(16, "denied.process", "第十六条第二款", "所申请的信息属于请示报告，尚处在讨论阶段。"),
  ),
  plan(
    "inPerson",
    "unhandled.petition",
    assign,
    ...answerOn(7, "unhandled.petition", "第三十九条第一款", "申请内容实为投诉，请通过信访渠道提出。"),
  ),
  plan("inPerson", "otherHandling.misc", assign, { day: 6, by: "registrar", act: "withdraw" }),
];

/** The working day so many working days after a date; before it, for a number below 0. */
export function workingDaysAfter(calendar: Calendar, date: PlainDate, days: number): PlainDate {
  return calendar.findNth(calendar.countUpTo(date) + days);
}
