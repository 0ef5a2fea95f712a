/** Why an application may be spam. It reaches the clerk all the same, with the mark. */
export const SUSPICION_WORDS = {
  question: "没有答对防机器提问",
  frequent: "同一网络地址短时间内提交较多",
  links: "内容含有多个网址",
  fast: "填写用时过短",
  same: "与近日其他申请内容相同",
} as const;
export type Suspicion = keyof typeof SUSPICION_WORDS;
