import { grouped } from "./query-code.ts";

/** What is told about a case: one sentence of the office, and where to read on. */
export interface NoticeFacts {
  readonly organ: string;
  readonly sentence: string;
  readonly receiptNumber: string;
  /** The address of the site; undefined where it is not set. */
  readonly baseUrl: string | undefined;
}

export function writeNoticeMail({ organ, sentence, receiptNumber, baseUrl }: NoticeFacts): {
  readonly subject: string;
  readonly text: string;
} {
  const where = baseUrl === undefined ? "请到提交申请的网站“查询进度”页" : `请打开 ${baseUrl}/progress`;
  const lines = [
    `您向${organ}提出的政府信息公开申请有新的进展：`,
    "",
    sentence,
    "",
    `${where}，凭回执号 ${grouped(receiptNumber)} 和查询码查看。`,
    "",
    "本邮件由系统自动发送，请勿回复。邮件中不会向您索要查询码、证件号码或者钱款。",
  ];
  return { subject: `【${organ}】政府信息公开申请有新的进展`, text: `${lines.join("\n")}\n` };
}

/** No link: applicants are right to distrust links in text messages. */
export function writeNoticeSms({ organ, sentence, receiptNumber }: NoticeFacts): string {
  return `【${organ}】您的政府信息公开申请有新的进展：${sentence}请到提交申请的网站“查询进度”查看，回执号 ${grouped(receiptNumber)}。`;
}
