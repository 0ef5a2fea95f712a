import { REGULATIONS, SINCE } from "../in-force.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import type { Rule } from "../rule.ts";

/** The ways an application comes in. E-mail is `internet`. */
export const CHANNELS = ["inPerson", "postSigned", "postOrdinary", "internet", "fax", "oral"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Which event fixes the date of receipt for the channels named. */
export interface Receipt extends Rule {
  readonly kind: "receipt";
  readonly channels: readonly Channel[];
  readonly by: "submitted" | "confirmed";
  readonly cases: readonly {
    readonly channel: Channel;
    readonly submittedOn: PlainDate;
    readonly confirmedOn?: PlainDate;
    readonly receivedOn: PlainDate | null;
  }[];
}

const [MONDAY, WEDNESDAY] = [plainDate("2026-03-02"), plainDate("2026-03-04")];

export const RECEIPTS: readonly Receipt[] = [
  {
    kind: "receipt",
    id: "receipt-in-person",
    cites: `${REGULATIONS}第三十一条第一项`,
    inForce: SINCE.regulations2019,
    confidence: "verified",
    says: "申请人当面提交的，以提交之日为收到申请之日；口头申请由工作机构代为填写的，同样办理。",
    channels: ["inPerson", "oral"],
    by: "submitted",
    cases: [{ channel: "inPerson", submittedOn: MONDAY, receivedOn: MONDAY }],
  },
  {
    kind: "receipt",
    id: "receipt-signed-post",
    cites: `${REGULATIONS}第三十一条第二项`,
    inForce: SINCE.regulations2019,
    confidence: "verified",
    says: "以邮寄方式提交的，以行政机关签收之日为收到申请之日。",
    channels: ["postSigned"],
    by: "submitted",
    cases: [{ channel: "postSigned", submittedOn: MONDAY, receivedOn: MONDAY }],
  },
  {
    kind: "receipt",
    id: "receipt-ordinary-post",
    cites: `${REGULATIONS}第三十一条第二项`,
    inForce: SINCE.regulations2019,
    confidence: "verified",
    says: "以平常信函等无需签收的邮寄方式提交的，工作机构应于收到当日与申请人确认，以确认之日为收到申请之日。",
    channels: ["postOrdinary"],
    by: "confirmed",
    cases: [{ channel: "postOrdinary", submittedOn: MONDAY, confirmedOn: MONDAY, receivedOn: MONDAY }],
  },
  {
    kind: "receipt",
    id: "receipt-internet-fax",
    cites: `${REGULATIONS}第三十一条第三项`,
    inForce: SINCE.regulations2019,
    confidence: "verified",
    says: "通过互联网渠道或者传真提交的，以双方确认之日为收到申请之日。",
    channels: ["internet", "fax"],
    by: "confirmed",
    cases: [
      { channel: "internet", submittedOn: MONDAY, confirmedOn: WEDNESDAY, receivedOn: WEDNESDAY },
      { channel: "fax", submittedOn: MONDAY, receivedOn: null },
    ],
  },
];

const BY_CHANNEL = new Map(RECEIPTS.flatMap((rule) => rule.channels.map((channel) => [channel, rule])));

/** The rule of receipt for a channel. */
export function receiptRule(channel: Channel): Receipt {
  const rule = BY_CHANNEL.get(channel);
  if (rule === undefined) throw new Error(`No rule of receipt for ${channel}`);
  return rule;
}
