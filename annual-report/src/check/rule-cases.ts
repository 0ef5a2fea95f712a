/* oxlint-disable max-lines -- a table of cases. */
import type { ReportParts } from "../testing/a-report.ts";

/** A small report and how many findings of the rule it gives. The tests run them; docs/report-rules.md lists them. */
export interface RuleCase {
  readonly when: string;
  readonly given: ReportParts;
  readonly previous?: ReportParts;
  readonly others?: readonly ReportParts[];
  readonly finds: number;
}

const overview = (text: string): { readonly overview: string } => ({ overview: text });
/** Seven applications of natural persons, all answered "not held". */
const SEVEN = {
  "t3.new.natural": 7,
  "t3.new.total": 7,
  "t3.unavailable.notHeld.natural": 7,
  "t3.unavailable.notHeld.total": 7,
  "t3.total.natural": 7,
  "t3.total.total": 7,
};
const ESSAY = Array.from(
  { length: 12 },
  (_, index) => `第${"甲乙丙丁戊己庚辛壬癸子丑"[index] ?? ""}组负责整理本单位历年文件并逐件登记入册`,
).join("。");

/** Cases of every rule, by rule id. */
export const RULE_CASES: Readonly<Record<string, readonly RuleCase[]>> = {
  "T3-3": [
    { when: "六类申请人之和等于总计", given: { cells: SEVEN }, finds: 0 },
    { when: "自然人7、总计6", given: { cells: { ...SEVEN, "t3.new.total": 6 } }, finds: 1 },
    { when: "总计空着（改由B-1提示）", given: { cells: { ...SEVEN, "t3.new.total": null } }, finds: 0 },
    {
      when: "有一格无法确定（不核对）",
      given: { cells: { ...SEVEN, "t3.new.total": 6 }, states: { "t3.new.business": "ambiguous" } },
      finds: 0,
    },
    { when: "缺一格（不核对）", given: { cells: { ...SEVEN, "t3.new.total": 6 }, states: { "t3.new.business": "absent" } }, finds: 0 },
  ],
  "T3-2a": [
    { when: "各项结果之和等于（七）总计", given: { edition: "2019", cells: SEVEN }, finds: 0 },
    {
      when: "（七）总计自然人多1",
      given: { edition: "2019", cells: { ...SEVEN, "t3.total.natural": 8, "t3.total.business": 0 } },
      finds: 1,
    },
  ],
  "T3-2b": [
    {
      when: "其他处理分三行计入",
      given: {
        cells: {
          ...SEVEN,
          "t3.unavailable.notHeld.natural": 6,
          "t3.unavailable.notHeld.total": 6,
          "t3.otherHandling.misc.natural": 1,
          "t3.otherHandling.misc.total": 1,
        },
      },
      finds: 0,
    },
    { when: "漏计1件", given: { cells: { ...SEVEN, "t3.unavailable.notHeld.natural": 6, "t3.unavailable.notHeld.total": 6 } }, finds: 2 },
  ],
  "T3-1": [
    { when: "新收7=办结7", given: { cells: SEVEN }, finds: 0 },
    { when: "结转1件未计入", given: { cells: { ...SEVEN, "t3.carriedOut.natural": 1, "t3.carriedOut.total": 1 } }, finds: 2 },
  ],
  "T4-1": [
    {
      when: "维持2+未审结1=总计3",
      given: { cells: { "t4.reconsideration.upheld": 2, "t4.reconsideration.pending": 1, "t4.reconsideration.total": 3 } },
      finds: 0,
    },
    { when: "维持2、总计3", given: { cells: { "t4.reconsideration.upheld": 2, "t4.reconsideration.total": 3 } }, finds: 1 },
  ],
  "Y-1": [
    { when: "上年结转下年0，本年上年结转0", given: {}, previous: { year: 2023 }, finds: 0 },
    {
      when: "上年结转下年2（自然人），本年上年结转0",
      given: {},
      previous: { year: 2023, cells: { "t3.carriedOut.natural": 2, "t3.carriedOut.total": 2 } },
      finds: 2,
    },
    { when: "两年不相邻（不核对）", given: {}, previous: { year: 2021, cells: { "t3.carriedOut.total": 2 } }, finds: 0 },
  ],
  "T-0": [
    { when: "本年增/减为负数", given: { edition: "2019", cells: { "t2.license.prior": 8, "t2.license.change": -8 } }, finds: 0 },
    { when: "收费金额有小数", given: { cells: { "t2.fee.amount": 26.55 } }, finds: 0 },
    { when: "件数为负数", given: { cells: { "t2.license.decisions": -3 } }, finds: 1 },
    { when: "件数有小数", given: { cells: { "t2.license.decisions": 1.5 } }, finds: 1 },
  ],
  "T2-1": [
    {
      when: "上年5项、减1项，本年上一年项目数量4",
      given: { edition: "2019", cells: { "t2.license.prior": 4 } },
      previous: { edition: "2019", year: 2019, cells: { "t2.license.prior": 5, "t2.license.change": -1 } },
      finds: 0,
    },
    {
      when: "上年0项，本年上一年项目数量1",
      given: { edition: "2019", cells: { "t2.license.prior": 1 } },
      previous: { edition: "2019", year: 2019 },
      finds: 1,
    },
  ],
  "T2-2": [
    {
      when: "109项减3项，决定44613件",
      given: { edition: "2019", cells: { "t2.license.prior": 109, "t2.license.change": -3, "t2.license.decisions": 44613 } },
      finds: 0,
    },
    { when: "1项减2项", given: { edition: "2019", cells: { "t2.license.prior": 1, "t2.license.change": -2 } }, finds: 1 },
    { when: "没有项目却有决定", given: { edition: "2019", cells: { "t2.penalty.decisions": 4 } }, finds: 1 },
  ],
  "T2-3": [
    {
      when: "制作2、公开2、总数9",
      given: { edition: "2019", cells: { "t2.normative.made": 2, "t2.normative.published": 2, "t2.normative.total": 9 } },
      finds: 0,
    },
    { when: "制作87、总数0", given: { edition: "2019", cells: { "t2.normative.made": 87 } }, finds: 1 },
  ],
  "T2-4": [
    {
      when: "上年10件，制发2件、废止1件，现行有效11件",
      given: { cells: { "t2.normative.issued": 2, "t2.normative.repealed": 1, "t2.normative.effective": 11 } },
      previous: { year: 2023, cells: { "t2.normative.effective": 10 } },
      finds: 0,
    },
    {
      when: "上年10件，制发2件，现行有效10件",
      given: { cells: { "t2.normative.issued": 2, "t2.normative.effective": 10 } },
      previous: { year: 2023, cells: { "t2.normative.effective": 10 } },
      finds: 1,
    },
  ],
  "T2-5": [
    {
      when: "3项，14.495万元",
      given: { edition: "2019", cells: { "t2.procurement.items": 3, "t2.procurement.amount": 14.495 } },
      finds: 0,
    },
    { when: "0项却有金额", given: { edition: "2019", cells: { "t2.procurement.amount": 14.495 } }, finds: 1 },
    {
      when: "乡镇填8040",
      given: { edition: "2019", agency: "云溪县石桥镇人民政府", cells: { "t2.procurement.items": 1, "t2.procurement.amount": 8040 } },
      finds: 1,
    },
  ],
  "U-1": [
    { when: "县级部门收费316441万元", given: { agency: "云溪市自然资源局", cells: { "t2.fee.amount": 316441 } }, finds: 0 },
    { when: "街道收费52000万元", given: { agency: "云溪区河口街道办事处", cells: { "t2.fee.amount": 52000 } }, finds: 1 },
  ],
  "X-1": [
    {
      when: "收到7件、答复7件与表三一致",
      given: { cells: SEVEN, sections: overview("全年共收到政府信息公开申请7件，均按期答复，答复7件。") },
      finds: 0,
    },
    { when: "收到8件，表三为7", given: { cells: SEVEN, sections: overview("全年共收到政府信息公开申请8件。") }, finds: 1 },
    { when: "写未收到申请，表三为7", given: { cells: SEVEN, sections: overview("全年未收到政府信息公开申请。") }, finds: 1 },
    { when: "上年的数字不比对", given: { cells: SEVEN, sections: overview("2023年收到政府信息公开申请19件。比上年减少12件。") }, finds: 0 },
    {
      when: "收到提案、来信不是申请",
      given: { sections: overview("全年收到人大代表建议3件，办结群众来信12件，受理许可申请40件。") },
      finds: 0,
    },
    { when: "因信息公开被申请行政复议2件，表四为0", given: { sections: overview("因政府信息公开引起的行政复议2件。") }, finds: 1 },
  ],
  "X-2": [
    { when: "共70条=4+3+8+55", given: { sections: overview("共公开信息70条，其中财务类4条、规划类3条、审批类8条、其他55条。") }, finds: 0 },
    {
      when: "共81条，列出70条",
      given: { sections: overview("共公开信息81条，其中财务类4条、规划类3条、审批类8条、其他55条。") },
      finds: 1,
    },
    { when: "共20条，列出15条+8条", given: { sections: overview("共公开信息20条，其中通知类15条、动态类8条。") }, finds: 1 },
    { when: "只列出一部分", given: { sections: overview("共公开信息81条，其中通知类15条、动态类8条。") }, finds: 0 },
    { when: "同一信息多渠道发布", given: { sections: overview("共公开信息30条，其中网站发布30条、公众号发布22条。") }, finds: 0 },
    {
      when: "两种分法各自相符",
      given: { cells: SEVEN, sections: overview("共收到公开申请7件，其中网上3件、信函4件，自然人7件。") },
      finds: 0,
    },
  ],
  "X-3": [
    {
      when: "逾期未缴费1件，第六部分写明收费通知",
      given: {
        cells: { "t3.otherHandling.unpaid.total": 1 },
        sections: { other: "本年度发出收费通知1件，信息处理费100元，实际收取0元。" },
      },
      finds: 0,
    },
    { when: "逾期未缴费1件，第六部分写“无”", given: { cells: { "t3.otherHandling.unpaid.total": 1 } }, finds: 1 },
    { when: "发出收费通知2件、实际收取0元，表三为0", given: { sections: { other: "本年度发出收费通知2件，实际收取0元。" } }, finds: 1 },
  ],
  "X-4": [
    {
      when: "复议后起诉1件，上年有复议",
      given: { cells: { "t4.litigationAfter.total": 1 } },
      previous: { year: 2023, cells: { "t4.reconsideration.total": 2 } },
      finds: 0,
    },
    { when: "复议后起诉1件，没有复议", given: { cells: { "t4.litigationAfter.total": 1 } }, finds: 1 },
  ],
  "P-1": [
    { when: "共20件，网上5件占25%", given: { sections: overview("全年共收到公开申请20件，其中网上申请5件，占25%。") }, finds: 0 },
    { when: "共20件，网上5件占30%", given: { sections: overview("全年共收到公开申请20件，其中网上申请5件，占30%。") }, finds: 1 },
  ],
  "B-1": [
    { when: "全部填数", given: {}, finds: 0 },
    {
      when: "表四五格空着",
      given: {
        cells: {
          "t4.reconsideration.upheld": null,
          "t4.reconsideration.corrected": null,
          "t4.reconsideration.other": null,
          "t4.reconsideration.pending": null,
          "t4.reconsideration.total": null,
        },
      },
      finds: 1,
    },
    { when: "总计空着而各项不为0", given: { cells: { ...SEVEN, "t3.new.total": null } }, finds: 1 },
  ],
  "M-1": [
    { when: "各行齐全", given: {}, finds: 0 },
    { when: "缺一行中的两格", given: { states: { "t3.granted.natural": "absent", "t3.granted.total": "absent" } }, finds: 1 },
    { when: "没有表格", given: { edition: null }, finds: 1 },
  ],
  "S-2": [
    { when: "第六部分写“无”", given: { sections: { other: "无" } }, finds: 0 },
    { when: "缺第五部分、第六部分空白", given: { sections: { problems: null, other: "" } }, finds: 2 },
    { when: "留着格式里的提示语", given: { sections: { overview: "（文字描述）" } }, finds: 1 },
  ],
  "E-1": [
    { when: "2020年度用2019年格式", given: { edition: "2019", year: 2020 }, finds: 0 },
    { when: "2021年度用2019年格式", given: { edition: "2019", year: 2021 }, finds: 1 },
    { when: "新旧格式混用", given: { edition: "2019", year: 2020, cells: { "t2.normative.issued": 2 } }, finds: 1 },
  ],
  "N-2": [
    { when: "与上年比较", given: { sections: overview("与2023年相比，栏目更加齐全。2023年1月印发的办法继续执行。") }, finds: 0 },
    { when: "统计期限写成上一年", given: { sections: overview("本报告统计期限为2023年1月1日至2023年12月31日。") }, finds: 1 },
    { when: "开头年份未改", given: { sections: overview("2023年，我局高度重视公开工作。") }, finds: 1 },
    { when: "下一年打算", given: { sections: { problems: "2025年，我局将重编目录。" } }, finds: 0 },
    { when: "下一年打算的年份未改", given: { sections: { problems: "2024年，我局将重编目录。" } }, finds: 1 },
  ],
  "N-1": [
    {
      when: "本机关名称",
      given: { agency: "云溪县水务局", sections: overview("2024年，云溪县水务局高度重视公开工作。县水务局坚持逐条核对。") },
      finds: 0,
    },
    {
      when: "其他机关名称未改",
      given: { agency: "云溪县水务局", sections: overview("2024年，县民族宗教事务局高度重视公开工作。") },
      finds: 1,
    },
    {
      when: "与所给其他报告的机关同名",
      given: { agency: "云溪县水务局", sections: overview("目录由河东县林业局汇编。") },
      others: [{ agency: "河东县林业局" }],
      finds: 1,
    },
  ],
  "S-1": [
    { when: "与上年报告不同", given: { sections: overview(ESSAY) }, previous: { year: 2023 }, finds: 0 },
    { when: "照抄上年报告", given: { sections: overview(ESSAY) }, previous: { year: 2023, sections: overview(ESSAY) }, finds: 1 },
    {
      when: "照抄其他单位报告",
      given: { sections: overview(ESSAY) },
      others: [{ agency: "河东县林业局", sections: overview(ESSAY) }],
      finds: 1,
    },
  ],
  "J-1": [
    { when: "由40件到60件", given: { cells: { "t3.new.total": 60 } }, previous: { year: 2023, cells: { "t3.new.total": 40 } }, finds: 0 },
    { when: "由40件到400件", given: { cells: { "t3.new.total": 400 } }, previous: { year: 2023, cells: { "t3.new.total": 40 } }, finds: 1 },
    { when: "由0件到3件", given: { cells: { "t3.new.total": 3 } }, previous: { year: 2023 }, finds: 0 },
  ],
  "A-1": [
    { when: "各格确定", given: {}, finds: 0 },
    { when: "一行有两格无法确定", given: { states: { "t3.granted.natural": "ambiguous", "t3.granted.total": "ambiguous" } }, finds: 1 },
  ],
  "Y-0": [
    { when: "相邻两年", given: {}, previous: { year: 2023 }, finds: 0 },
    { when: "隔了一年", given: {}, previous: { year: 2022 }, finds: 1 },
  ],
  "Q-1": [
    { when: "处罚20项、决定99件", given: { edition: "2019", cells: { "t2.penalty.prior": 20, "t2.penalty.decisions": 99 } }, finds: 0 },
    { when: "处罚1项、决定99件", given: { edition: "2019", cells: { "t2.penalty.prior": 1, "t2.penalty.decisions": 99 } }, finds: 1 },
    { when: "7件申请全部答复不掌握", given: { cells: SEVEN }, finds: 1 },
  ],
  "N-3": [
    { when: "中心自称我中心", given: { agency: "云溪县机关服务中心", sections: overview("我中心逐条核对。") }, finds: 0 },
    { when: "中心自称本局", given: { agency: "云溪县机关服务中心", sections: overview("本局逐条核对。") }, finds: 1 },
  ],
  "D-1": [
    { when: "文字无误", given: {}, finds: 0 },
    { when: "漏填数字", given: { sections: overview("全年主动公开信息  条，内容齐全。") }, finds: 1 },
    { when: "词语重复", given: { sections: overview("聚焦重点重点领域，一项一项落实。") }, finds: 1 },
  ],
};
