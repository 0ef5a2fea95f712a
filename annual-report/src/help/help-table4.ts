import type { HelpTexts } from "./help-entry.ts";

/** Table 4, the same in both editions: its groups, and its columns by `t4.column.<column>`. */
export const TABLE4_HELP: HelpTexts = {
  "t4.reconsideration": {
    counts: "因政府信息公开，以本机关为被申请人的行政复议案件。",
    article: "第五十一条",
    mistakes: ["作为复议机关审理的案件计入本表。", "与信息公开无关的复议案件计入本表。"],
    practice: "本年审结的按结果计，年底没有审结的计入“尚未审结”。",
  },
  "t4.litigationDirect": {
    counts: "没有经过行政复议，直接就信息公开起诉本机关的行政诉讼案件。",
    article: "第五十一条",
    mistakes: ["先复议再起诉的计入本组。", "一审、二审作为两件重复计数。"],
  },
  "t4.litigationAfter": {
    counts: "经过行政复议以后，又就信息公开起诉的行政诉讼案件。",
    article: "第五十一条",
    mistakes: ["本组有数，行政复议一组却是0（复议在上一年的除外）。"],
  },
  "t4.column.upheld": {
    counts: "维持原行政行为、驳回复议请求或者诉讼请求的案件。",
    mistakes: ["因程序原因不予受理、驳回起诉的计入本栏，一般计入“其他结果”。"],
  },
  "t4.column.corrected": { counts: "撤销、变更、责令履行、确认违法等纠正本机关行为的案件。", mistakes: ["部分撤销的没有计入。"] },
  "t4.column.other": {
    counts: "撤回、终止、调解和解、不予受理、驳回起诉等其他结果的案件。",
    mistakes: ["还没有审结的计入本栏。"],
    practice: "程序性结案的一般计入本栏。",
  },
  "t4.column.pending": { counts: "到12月31日还没有审结的案件。", mistakes: ["上年未审结、本年已审结的仍留在本栏。"] },
  "t4.column.total": { counts: "结果维持、结果纠正、其他结果、尚未审结四栏之和。", mistakes: ["漏加尚未审结的案件。"] },
};
