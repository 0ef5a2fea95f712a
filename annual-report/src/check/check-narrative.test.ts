import { describe, expect, test } from "vitest";
import { aReport } from "../testing/index.ts";
import { checkReport } from "./check-report.ts";

/** Seven applications: four granted, two not held, one withdrawn; three normative documents; one reconsideration. */
const CELLS = {
  "t3.new.natural": 7,
  "t3.new.total": 7,
  "t3.granted.natural": 4,
  "t3.granted.total": 4,
  "t3.unavailable.notHeld.natural": 2,
  "t3.unavailable.notHeld.total": 2,
  "t3.otherHandling.misc.natural": 1,
  "t3.otherHandling.misc.total": 1,
  "t3.total.natural": 7,
  "t3.total.total": 7,
  "t2.normative.issued": 3,
  "t2.normative.effective": 12,
  "t4.reconsideration.upheld": 1,
  "t4.reconsideration.total": 1,
};

function findingsOn(overview: string) {
  return checkReport(aReport({ agency: "云溪县民政局", cells: CELLS, sections: { overview } }));
}

describe("prose that agrees with the tables or is about something else raises no alarm", () => {
  test.each([
    "2024年，我局通过门户网站主动公开政府信息326条，其中政策文件12条、工作动态280条、公示公告34条。",
    "全年通过门户网站发布信息326条，微信公众号发布450条，同比增长15%。",
    "全年共收到政府信息公开申请7件，同比下降30%，其中自然人7件，法人0件。均已按期答复，其中予以公开4件，无法提供2件，其他处理1件。",
    "收到政府信息公开申请7件（其中网上申请5件、当面申请1件、邮寄申请1件），办结7件，办结率100%。",
    "本年度制发行政规范性文件3件，废止0件，现行有效12件。",
    "全年制定出台行政规范性文件3件，同步发布解读材料6篇。",
    "办理人大代表建议15件、政协提案22件，答复率100%。办理热线工单3200件，办结3190件。",
    "局长信箱收到来信30件，答复30件；网民留言60条，回复60条。",
    "因政府信息公开引发行政复议1件，结果维持1件；行政诉讼0件。",
    "2023年我局收到申请12件，2024年收到政府信息公开申请7件，较上年减少5件。",
    "全县共收到政府信息公开申请150件，答复148件。指导32个部门办理公开申请150件。",
    "受理行政许可事项56件，作出行政处罚决定13件。行政复议案件受理20件，审结18件，其中维持10件、撤销2件。",
    "公开重大项目信息20条、财政信息8条、民生信息40条，共计68条。",
    "按照《2023年政务公开工作要点》，2023年12月31日前完成整改3项。",
    "2024年，共答复政府信息公开申请6件，另有1件申请人撤回。",
    "共收到公开申请7件，其中予以公开4件、无法提供2件、其他处理1件，占比分别为57.1%、28.6%、14.3%。",
    "主动公开各类信息1,326条，其中县政府网站公开1,000条、政务新媒体公开326条。",
    "共发布信息500条，其中原创信息200条，转载信息250条。",
    "公开政府信息221条，其中33条本单位各类发文，行政许可及其他权力结果37条，各类政策解读16条，回应关切13条，其他公开信息122条。",
    "全年收到政府信息公开申请7件，其中同意公开或部分公开共4件。",
    "2023年公开信息94条，2024年公开信息120条。2020年以来累计公开信息900条。2025年，计划公开30条以上。",
    "无依申请公开不予公开的情形。",
    "县自然资源局、县水务局主动公开信息。各乡镇积极配合，县融媒体中心主动公开短视频12条。",
  ])("%s", (overview) => {
    expect(findingsOn(overview)).toEqual([]);
  });
});

describe("prose that contradicts the tables or itself is found", () => {
  test.each([
    { overview: "2024年收到依申请公开申请五件，均已答复。", rule: "X-1", actual: 5, expected: 7 },
    { overview: "答复政府信息公开申请9件。", rule: "X-1", actual: 9, expected: 7 },
    { overview: "本年度，我局共制发规范性文件5件。", rule: "X-1", actual: 5, expected: 3 },
    { overview: "全年没有收到政府信息公开申请。", rule: "X-1", actual: 0, expected: 7 },
    { overview: "2024年无政府信息公开行政复议和行政诉讼案件。", rule: "X-1", actual: 0, expected: 1 },
    { overview: "全年无依申请公开的情况。", rule: "X-1", actual: 0, expected: 7 },
    { overview: "2023年，全镇通过政府网站公开政策、财政、民生等各类信息94条。", rule: "N-2", actual: 2023, expected: 2024 },
    { overview: "（一）主动公开。2023年公开信息94条。", rule: "N-2", actual: 2023, expected: 2024 },
    { overview: "共公开信息60条，其中文件类20条，回应关切10条，其他类20条。", rule: "X-2", actual: 60, expected: 50 },
    { overview: "收到政府信息公开申请7件，办结7件，结转下年办理2件。", rule: "X-1", actual: 2, expected: 0 },
    { overview: "全年共公开信息100条，包括文件类40条，动态类50条，其他类20条。", rule: "X-2", actual: 100, expected: 110 },
    { overview: "主动公开信息共计68条，分别为财政信息20条、民生信息8条、项目信息30条。", rule: "X-2", actual: 68, expected: 58 },
  ])("$overview", ({ overview, rule, actual, expected }) => {
    const [finding] = findingsOn(overview);
    expect(finding).toMatchObject({ rule, severity: "warning", actual, expected });
    const passage = finding?.passage;
    expect(overview.slice(passage?.start, passage?.end)).toBe(passage?.text);
  });

  test("the parts of a sum are called by their names, without what stands in brackets", () => {
    const [finding] = findingsOn(
      "公开信息100条，其中60条各类文件、办事指南（2024年版）30条、年度工作要点和任务分工方案以及说明12条、预算（含附表）9条。",
    );
    expect(finding?.message).toContain("各类文件60+办事指南30+…工作要点和任务分工方案以及说明12+预算9=111");
  });
});
