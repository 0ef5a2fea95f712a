import type { Column3, FormSection, Group4, Row3 } from "./form.ts";

/** Printed in the corner cell of table 3 in both editions; rule T3-1 says the same as data. */
export const CORNER_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

export const RESULTS = "三、本年度办理结果";
export const DENIED = "（三）不予公开";
export const UNAVAILABLE = "（四）无法提供";
export const UNHANDLED = "（五）不予处理";
export const OTHER_HANDLING = "（六）其他处理";

/** The seven columns of table 3, in the order of the form (both editions). */
export const APPLICANT_COLUMNS: readonly Column3[] = [
  { id: "natural", label: "自然人" },
  { id: "business", label: "商业企业" },
  { id: "research", label: "科研机构" },
  { id: "welfare", label: "社会公益组织" },
  { id: "legal", label: "法律服务机构" },
  { id: "other", label: "其他" },
  { id: "total", label: "总计" },
];

/** Rows 1–20 of table 3, the same in both editions. Articles: Regulations on Open Government Information (2019). */
export const ROWS_BEFORE_OTHER_HANDLING: readonly Row3[] = [
  { id: "new", label: "一、本年新收政府信息公开申请数量", groups: [], article: "第三十一条" },
  { id: "carriedIn", label: "二、上年结转政府信息公开申请数量", groups: [] },
  { id: "granted", label: "（一）予以公开", groups: [RESULTS], article: "第三十六条第（一）项、第（二）项" },
  {
    id: "partial",
    label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    groups: [RESULTS],
    article: "第三十七条",
  },
  { id: "denied.secret", label: "1.属于国家秘密", groups: [RESULTS, DENIED], article: "第十四条" },
  { id: "denied.law", label: "2.其他法律行政法规禁止公开", groups: [RESULTS, DENIED], article: "第十四条" },
  { id: "denied.safety", label: "3.危及“三安全一稳定”", groups: [RESULTS, DENIED], article: "第十四条" },
  { id: "denied.thirdParty", label: "4.保护第三方合法权益", groups: [RESULTS, DENIED], article: "第十五条" },
  { id: "denied.internal", label: "5.属于三类内部事务信息", groups: [RESULTS, DENIED], article: "第十六条第一款" },
  { id: "denied.process", label: "6.属于四类过程性信息", groups: [RESULTS, DENIED], article: "第十六条第二款" },
  { id: "denied.enforcement", label: "7.属于行政执法案卷", groups: [RESULTS, DENIED], article: "第十六条第二款" },
  { id: "denied.inquiry", label: "8.属于行政查询事项", groups: [RESULTS, DENIED], article: "第三十六条第（七）项" },
  {
    id: "unavailable.notHeld",
    label: "1.本机关不掌握相关政府信息",
    groups: [RESULTS, UNAVAILABLE],
    article: "第三十六条第（四）项、第（五）项",
  },
  { id: "unavailable.needsCreation", label: "2.没有现成信息需要另行制作", groups: [RESULTS, UNAVAILABLE], article: "第三十八条" },
  { id: "unavailable.unclear", label: "3.补正后申请内容仍不明确", groups: [RESULTS, UNAVAILABLE], article: "第三十条" },
  { id: "unhandled.petition", label: "1.信访举报投诉类申请", groups: [RESULTS, UNHANDLED], article: "第三十九条第一款" },
  { id: "unhandled.duplicate", label: "2.重复申请", groups: [RESULTS, UNHANDLED], article: "第三十六条第（六）项" },
  { id: "unhandled.publication", label: "3.要求提供公开出版物", groups: [RESULTS, UNHANDLED], article: "第三十九条第二款" },
  { id: "unhandled.abusive", label: "4.无正当理由大量反复申请", groups: [RESULTS, UNHANDLED], article: "第三十五条" },
  { id: "unhandled.reconfirm", label: "5.要求行政机关确认或重新出具已获取信息", groups: [RESULTS, UNHANDLED] },
];

/** The last two rows of table 3, the same in both editions. */
export const ROWS_AFTER_OTHER_HANDLING: readonly Row3[] = [
  { id: "total", label: "（七）总计", groups: [RESULTS] },
  { id: "carriedOut", label: "四、结转下年度继续办理", groups: [] },
];

const RESULT_COLUMNS = [
  { id: "upheld", label: "结果维持" },
  { id: "corrected", label: "结果纠正" },
  { id: "other", label: "其他结果" },
  { id: "pending", label: "尚未审结" },
  { id: "total", label: "总计" },
] as const;

/** Table 4, the same in both editions: three groups of five cells in one row. */
export const TABLE4: readonly Group4[] = [
  { id: "t4.reconsideration", label: "行政复议", parent: "行政复议", columns: RESULT_COLUMNS },
  { id: "t4.litigationDirect", label: "未经复议直接起诉", parent: "行政诉讼", columns: RESULT_COLUMNS },
  { id: "t4.litigationAfter", label: "复议后起诉", parent: "行政诉讼", columns: RESULT_COLUMNS },
];

/** The six sections, in both editions. */
export const SECTIONS: readonly FormSection[] = [
  { id: "overview", heading: "一、总体情况" },
  { id: "table2", heading: "二、主动公开政府信息情况" },
  { id: "table3", heading: "三、收到和处理政府信息公开申请情况" },
  { id: "table4", heading: "四、政府信息公开行政复议、行政诉讼情况" },
  { id: "problems", heading: "五、存在的主要问题及改进情况" },
  { id: "other", heading: "六、其他需要报告的事项" },
];
