import type { HelpTexts } from "./help-entry.ts";

const RULES = {
  counts: "本机关制定的规章。只有国务院部门、省级和设区的市级政府等有规章制定权。",
  article: "第二十条第（一）项",
  mistakes: ["没有规章制定权的机关把规范性文件填在本行；没有的填0。"],
};

/** Table 2 of the 2019 form. */
export const TABLE2_2019: HelpTexts = {
  "t2.rules": RULES,
  "t2.normative": {
    counts: "本机关制作的规范性文件：本年新制作、本年新公开和累计对外公开的件数。",
    article: "第二十条第（一）项",
    mistakes: ["把一般公文、通知、信息稿件都算作规范性文件。", "对外公开总数量小于本年新公开数量。"],
  },
  "t2.license": {
    counts: "行政许可事项的项目数量和本年作出的许可决定。",
    article: "第二十条第（五）项",
    mistakes: ["把办件量填在“上一年项目数量”。", "“处理决定数量”填成了项目数量。"],
    practice: "项目数量按权责清单或者事项目录计；处理决定按本年办理的件数计。",
  },
  "t2.otherService": {
    counts: "行政许可以外的对外管理服务事项，如行政确认、行政给付等的项目数量和本年办理量。",
    article: "第二十条第（五）项",
    mistakes: ["把窗口咨询量计入处理决定。"],
  },
  "t2.penalty": {
    counts: "行政处罚事项的项目数量和本年作出的处罚决定。",
    article: "第二十条第（六）项",
    mistakes: ["只填主动公开的处罚决定，没有填全部。", "把处罚金额当作数量填写。"],
  },
  "t2.coercion": {
    counts: "行政强制事项的项目数量和本年作出的强制决定。",
    article: "第二十条第（六）项",
    mistakes: ["把行政处罚决定又计入行政强制。"],
  },
  "t2.fee": {
    counts: "行政事业性收费的项目数量和本年增减，不填金额。",
    article: "第二十条第（八）项",
    mistakes: ["填成了收费金额。", "取消的收费项目没有填成负数。"],
  },
  "t2.procurement": {
    counts: "本年政府集中采购的项目数量和总金额。",
    article: "第二十条第（九）项",
    mistakes: ["金额按元填写；一般以万元为单位。", "有金额没有项目数，或者有项目数没有金额。"],
    practice: "采购总金额按万元填写；表内没有印单位的，可在第六部分注明。",
  },
  "t2.column.made": { counts: "本年1月1日至12月31日新制作的件数。", mistakes: ["填成了累计件数。"] },
  "t2.column.published": { counts: "本年新对外公开的件数，包括以前制作、本年公开的。", mistakes: ["大于“对外公开总数量”。"] },
  "t2.column.total": { counts: "到本年底累计对外公开、仍可查到的件数。", mistakes: ["只填了本年的件数。"] },
  "t2.column.prior": {
    counts: "上一年底的项目数量。",
    mistakes: ["填成了上一年的办件量。"],
    practice: "等于上年报告的“上一年项目数量”加“本年增/减”。",
  },
  "t2.column.change": {
    counts: "本年比上一年增加或者减少的项目数量，减少的填负数，如-8。",
    mistakes: ["减少的没有带负号。", "填成了本年的项目总数。"],
  },
  "t2.column.decisions": { counts: "本年作出的处理决定件数，即办理了多少件。", mistakes: ["填成了项目数量。", "项目为0却有处理决定。"] },
  "t2.column.items": { counts: "本年集中采购的项目个数。", mistakes: ["填成了采购的物品件数。"] },
  "t2.column.amount": { counts: "本年集中采购的总金额，单位万元，可以有小数。", mistakes: ["按元填写，数字大了一万倍。"] },
};

/** Table 2 of the 2021 form. */
export const TABLE2_2021: HelpTexts = {
  "t2.rules": RULES,
  "t2.normative": {
    counts: "本机关制定的行政规范性文件：本年制发、本年废止和年底仍然有效的件数。",
    article: "第二十条第（一）项",
    mistakes: ["把一般公文算作规范性文件。", "现行有效件数不等于：上年现行有效＋本年制发－本年废止（到期失效的除外）。"],
    practice: "只计以本机关名义制发的；转发、联合发文由牵头机关计。",
  },
  "t2.license": {
    counts: "本年作出的行政许可决定件数。",
    article: "第二十条第（五）项",
    mistakes: ["填成了许可事项的项目数量。", "只填了网上公示的决定。"],
  },
  "t2.penalty": {
    counts: "本年作出的行政处罚决定件数。",
    article: "第二十条第（六）项",
    mistakes: ["填成了处罚金额或者事项数量。"],
  },
  "t2.coercion": {
    counts: "本年作出的行政强制决定件数。",
    article: "第二十条第（六）项",
    mistakes: ["与行政处罚重复计数。"],
  },
  "t2.fee": {
    counts: "本年行政事业性收费的总金额，单位万元。",
    article: "第二十条第（八）项",
    mistakes: ["按元填写，数字大了一万倍。", "填成了收费项目的个数。"],
  },
  "t2.column.issued": { counts: "本年1月1日至12月31日制定并印发的件数。", mistakes: ["填成了累计件数。"] },
  "t2.column.repealed": { counts: "本年宣布废止、失效的件数。", mistakes: ["修改的也计入废止。"] },
  "t2.column.effective": { counts: "到12月31日仍然有效的件数。", mistakes: ["没有减去本年废止的件数。"] },
  "t2.column.decisions": { counts: "本年作出的处理决定件数，即办理了多少件。", mistakes: ["填成了事项的项目数量。"] },
  "t2.column.amount": { counts: "本年收费总金额，单位万元，可以有小数。", mistakes: ["按元填写，数字大了一万倍。"] },
};
