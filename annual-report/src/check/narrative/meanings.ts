/** What a figure in prose stands for. Those with cells are compared with the tables; the others serve sums. */
export type Meaning =
  | "received"
  | "receivedNatural"
  | "receivedLegal"
  | "byChannel"
  | "handled"
  | "answered"
  | "carriedIn"
  | "carriedOut"
  | "grantedOrPartial"
  | "granted"
  | "partial"
  | "denied"
  | "unavailable"
  | "notHeld"
  | "needsCreation"
  | "unclear"
  | "unhandled"
  | "petition"
  | "duplicate"
  | "otherHandling"
  | "reconsideration"
  | "litigation"
  | "litigationDirect"
  | "litigationAfter"
  | "upheld"
  | "corrected"
  | "otherResult"
  | "pending"
  | "normative"
  | "rules"
  | "normativeRepealed"
  | "published"
  | "feeNotices"
  | "fee";

/**
 * Phrases that say what the figure after them counts; the one nearest to the figure counts. `null` is a phrase that
 * shows the figure to be about something else (letters, proposals, hotline calls), so that nothing is compared.
 */
export const PHRASES: readonly (readonly [phrase: string, meaning: Meaning | null])[] = [
  ...among("received", "收到", "新收", "受理", "接收", "接到"),
  ...among("handled", "办理"),
  ...among("answered", "答复", "办结", "办复"),
  ...among("carriedIn", "上年度结转", "上年结转", "上一年度结转", "上一年结转", "去年结转", "结转上年度", "结转上年"),
  ...among(
    "carriedOut",
    ...["结转", "顺延"].flatMap((verb) =>
      ["至", "到", ""].flatMap((to) =>
        ["下一年度", "下一年", "下年度", "下年"].flatMap((year) =>
          ["继续办理", "办理", "答复", ""].map((act) => `${verb}${to}${year}${act}`),
        ),
      ),
    ),
  ),
  ...["及", "和", "、", "或", "与", "以及"].flatMap((joint) =>
    ["予以公开", "同意公开"].map((granted) => [`${granted}${joint}部分公开`, "grantedOrPartial"] as const),
  ),
  ...among("granted", "予以公开", "同意公开"),
  ...among("partial", "部分公开"),
  ...among("denied", "不予公开"),
  ...among("unavailable", "无法提供"),
  ...among("notHeld", "本机关不掌握相关政府信息", "本机关不掌握"),
  ...among("needsCreation", "没有现成信息需要另行制作", "没有现成信息"),
  ...among("unclear", "补正后申请内容仍不明确"),
  ...among("unhandled", "不予处理"),
  ...among("petition", "信访举报投诉类"),
  ...among("duplicate", "重复申请"),
  ...among("otherHandling", "其他处理"),
  ...among("litigationDirect", "未经复议直接起诉", "未经复议直接提起诉讼", "未经复议直接提起行政诉讼", "直接起诉"),
  ...among("litigationAfter", "复议后起诉", "复议后提起诉讼", "复议后提起行政诉讼"),
  ...among("reconsideration", "行政复议", "复议"),
  ...among("litigation", "行政诉讼", "诉讼", "应诉"),
  ...among("upheld", "结果维持", "维持"),
  ...among("corrected", "结果纠正", "纠正"),
  ...among("otherResult", "其他结果"),
  ...among("pending", "尚未审结", "未审结"),
  ...among("normative", "行政规范性文件", "规范性文件"),
  ...among("rules", "规章"),
  ...among("byChannel", "网络", "网上", "互联网", "在线", "信函", "邮寄", "当面", "现场", "传真", "电子邮件", "电子邮箱", "书面"),
  ...among("receivedNatural", "自然人", "公民"),
  ...among("receivedLegal", "法人或其他组织", "法人和其他组织", "法人或者其他组织", "法人及其他组织", "法人组织", "法人"),
  ...among("feeNotices", "收费通知"),
  ...among("fee", "信息处理费"),
  ...among(
    "published",
    "主动公开",
    "公开政府信息",
    "公开信息",
    "发布政府信息",
    "发布信息",
    "发布各类信息",
    "公开各类信息",
    "公开各类政府信息",
  ),
  ...among(
    null,
    "建议",
    "提案",
    "议案",
    "投诉",
    "举报",
    "信访",
    "来信",
    "来电",
    "来访",
    "留言",
    "热线",
    "咨询",
    "工单",
    "诉求",
    "许可",
    "登记",
    "稿件",
    "解读",
    "意见",
    "问题",
    "培训",
    "会议",
    "信箱",
    "邮件",
    "备案",
    "审查",
    "审核",
    "清理",
    "刊登",
    "汇编",
    "通报",
    "败诉",
    "问卷",
    "公报",
    "文章",
    "政策性文件",
  ),
];

function among(meaning: Meaning | null, ...phrases: readonly string[]): (readonly [string, Meaning | null])[] {
  return phrases.map((phrase) => [phrase, meaning] as const);
}

/** Reads the phrase nearest before a figure, within `REACH` characters. */
export function nearestPhrase(before: string): { meaning: Meaning | null; start: number; end: number } | undefined {
  let nearest: { meaning: Meaning | null; start: number; end: number } | undefined;
  for (let position = Math.max(0, before.length - REACH); position < before.length; position++) {
    const candidates = BY_FIRST.get(before.charCodeAt(position));
    if (candidates === undefined) continue;
    for (const [phrase, meaning] of candidates) {
      if (!before.startsWith(phrase, position)) continue;
      nearest = { meaning, start: position, end: position + phrase.length };
      position += phrase.length - 1;
      break;
    }
  }
  return nearest;
}

const REACH = 40;
/** By first character, longest first, so that 行政复议 is not read as 复议 and 其他处理 not cut short. */
const BY_FIRST = new Map<number, (readonly [phrase: string, meaning: Meaning | null])[]>();
for (const entry of [...PHRASES].sort((one, two) => two[0].length - one[0].length)) {
  const code = entry[0].charCodeAt(0);
  BY_FIRST.set(code, [...(BY_FIRST.get(code) ?? []), entry]);
}
