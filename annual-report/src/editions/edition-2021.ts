import {
  APPLICANT_COLUMNS,
  OTHER_HANDLING,
  RESULTS,
  ROWS_AFTER_OTHER_HANDLING,
  ROWS_BEFORE_OTHER_HANDLING,
  SECTIONS,
  TABLE4,
} from "./both-editions.ts";
import { type Block2, type Edition, listCells } from "./form.ts";

const DECISIONS = [{ id: "decisions", label: "本年处理决定数量", kind: "count" }] as const;

const TABLE2: readonly Block2[] = [
  {
    label: "第二十条第（一）项",
    columns: [
      { id: "issued", label: "本年制发件数", kind: "count" },
      { id: "repealed", label: "本年废止件数", kind: "count" },
      { id: "effective", label: "现行有效件数", kind: "count" },
    ],
    rows: [
      { id: "t2.rules", label: "规章" },
      { id: "t2.normative", label: "行政规范性文件" },
    ],
  },
  { label: "第二十条第（五）项", columns: DECISIONS, rows: [{ id: "t2.license", label: "行政许可" }] },
  {
    label: "第二十条第（六）项",
    columns: DECISIONS,
    rows: [
      { id: "t2.penalty", label: "行政处罚" },
      { id: "t2.coercion", label: "行政强制" },
    ],
  },
  {
    label: "第二十条第（八）项",
    columns: [{ id: "amount", label: "本年收费金额（单位：万元）", kind: "amount" }],
    rows: [{ id: "t2.fee", label: "行政事业性收费" }],
  },
];

const TABLE3 = {
  columns: APPLICANT_COLUMNS,
  rows: [
    ...ROWS_BEFORE_OTHER_HANDLING,
    {
      id: "otherHandling.uncorrected",
      label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      groups: [RESULTS, OTHER_HANDLING],
      article: "第三十条",
    },
    {
      id: "otherHandling.unpaid",
      label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      groups: [RESULTS, OTHER_HANDLING],
      article: "第四十二条",
    },
    { id: "otherHandling.misc", label: "3.其他", groups: [RESULTS, OTHER_HANDLING] },
    ...ROWS_AFTER_OTHER_HANDLING,
  ],
};

/** The form in force for report years from 2021 on: 10 + 175 + 15 cells. */
export const edition2021: Edition = {
  id: "2021",
  instrument: "国办公开办函〔2021〕30号",
  years: { from: 2021 },
  sections: SECTIONS,
  table2: TABLE2,
  table3: TABLE3,
  table4: TABLE4,
  cells: listCells(TABLE2, TABLE3, TABLE4),
};
