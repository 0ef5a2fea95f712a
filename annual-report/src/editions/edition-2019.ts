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

const ITEMS_AND_DECISIONS = [
  { id: "prior", label: "上一年项目数量", kind: "count" },
  { id: "change", label: "本年增/减", kind: "change" },
  { id: "decisions", label: "处理决定数量", kind: "count" },
] as const;

const TABLE2: readonly Block2[] = [
  {
    label: "第二十条第（一）项",
    columns: [
      { id: "made", label: "本年新制作数量", kind: "count" },
      { id: "published", label: "本年新公开数量", kind: "count" },
      { id: "total", label: "对外公开总数量", kind: "count" },
    ],
    rows: [
      { id: "t2.rules", label: "规章" },
      { id: "t2.normative", label: "规范性文件" },
    ],
  },
  {
    label: "第二十条第（五）项",
    columns: ITEMS_AND_DECISIONS,
    rows: [
      { id: "t2.license", label: "行政许可" },
      { id: "t2.otherService", label: "其他对外管理服务事项" },
    ],
  },
  {
    label: "第二十条第（六）项",
    columns: ITEMS_AND_DECISIONS,
    rows: [
      { id: "t2.penalty", label: "行政处罚" },
      { id: "t2.coercion", label: "行政强制" },
    ],
  },
  {
    label: "第二十条第（八）项",
    columns: ITEMS_AND_DECISIONS.slice(0, 2),
    rows: [{ id: "t2.fee", label: "行政事业性收费" }],
  },
  {
    label: "第二十条第（九）项",
    columns: [
      { id: "items", label: "采购项目数量", kind: "count" },
      { id: "amount", label: "采购总金额", kind: "amount" },
    ],
    rows: [{ id: "t2.procurement", label: "政府集中采购" }],
  },
];

const TABLE3 = {
  columns: APPLICANT_COLUMNS,
  rows: [...ROWS_BEFORE_OTHER_HANDLING, { id: "otherHandling", label: OTHER_HANDLING, groups: [RESULTS] }, ...ROWS_AFTER_OTHER_HANDLING],
};

/** The trial form for report years 2019 and 2020: 22 + 161 + 15 cells. */
export const edition2019: Edition = {
  id: "2019",
  instrument: "国办公开办函〔2019〕60号",
  years: { from: 2019, to: 2020 },
  sections: SECTIONS,
  table2: TABLE2,
  table3: TABLE3,
  table4: TABLE4,
  cells: listCells(TABLE2, TABLE3, TABLE4),
};
