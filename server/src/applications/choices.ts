import type { OutcomeCode } from "@gongkai/statute";

/** How the applicant wants to get the information, and what identity papers there are. */
export const CARRIERS = ["paper", "electronic", "read", "copy"] as const;
export const CARRIER_WORDS = { paper: "纸质", electronic: "电子", read: "阅览", copy: "抄录" } as const satisfies Record<
  (typeof CARRIERS)[number],
  string
>;
export const DELIVERIES = ["post", "email", "collect", "fax", "onSite", "account"] as const;
export const DELIVERY_WORDS = {
  post: "邮寄",
  email: "电子邮件",
  collect: "自行领取",
  fax: "传真",
  onSite: "当场阅览、抄录",
  account: "网上查询",
} as const satisfies Record<(typeof DELIVERIES)[number], string>;
/** Outcomes by which information is given: only such an answer carries files to the applicant. */
export const RELEASING_OUTCOMES: readonly OutcomeCode[] = ["alreadyPublic", "granted", "partial"];
export const ID_TYPES = ["residentId", "passport", "hkMacaoPermit", "taiwanPermit", "other"] as const;
export const ID_TYPE_WORDS = {
  residentId: "居民身份证",
  passport: "护照",
  hkMacaoPermit: "港澳居民来往内地通行证",
  taiwanPermit: "台湾居民来往大陆通行证",
  other: "其他身份证件",
} as const satisfies Record<(typeof ID_TYPES)[number], string>;
