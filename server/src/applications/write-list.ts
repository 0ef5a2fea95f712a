import { APPLICANT_KIND_WORDS, CHANNEL_WORDS } from "@gongkai/statute";
import { writeSheet } from "../platform/write-sheet.ts";
import type { ListedApplication } from "./schema.ts";

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
      APPLICANT_KIND_WORDS[one.applicantKind],
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
