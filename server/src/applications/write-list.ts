import { writeSheet } from "../platform/write-sheet.ts";
import type { ListedApplication } from "./schema.ts";

const KIND_WORDS = {
  natural: "自然人",
  business: "商业企业",
  research: "科研机构",
  welfare: "社会公益组织",
  legal: "法律服务机构",
  other: "其他",
} as const satisfies Record<ListedApplication["applicantKind"], string>;
const CHANNEL_WORDS = {
  inPerson: "当面提交",
  postSigned: "挂号信、EMS",
  postOrdinary: "平常信函",
  internet: "互联网",
  fax: "传真",
  oral: "口头",
} as const satisfies Record<ListedApplication["channel"], string>;

/** The list as it is filtered and sorted, as a workbook. Applicants are masked as on screen. */
export function writeList(applications: readonly ListedApplication[]): Uint8Array {
  return writeSheet({
    name: "依申请公开",
    headings: [
      { text: "编号", width: 14 },
      { text: "内容摘要", width: 50 },
      { text: "申请人", width: 16 },
      { text: "申请人类别", width: 14 },
      { text: "申请渠道", width: 12 },
      { text: "状态", width: 14 },
      { text: "收到日期", width: 12 },
      { text: "答复期限", width: 12 },
      { text: "剩余工作日", width: 12 },
      { text: "是否延期", width: 10 },
      { text: "答复日期", width: 12 },
      { text: "答复类型", width: 26 },
      { text: "承办人", width: 12 },
    ],
    rows: applications.map((one) => [
      one.number,
      one.summary,
      one.applicantName,
      KIND_WORDS[one.applicantKind],
      CHANNEL_WORDS[one.channel],
      one.stateWords,
      one.receivedOn,
      one.dueOn,
      one.leftDays,
      one.wasExtended ? "是" : "否",
      one.decidedOn,
      one.outcomeWords,
      one.handlerName,
    ]),
  });
}
