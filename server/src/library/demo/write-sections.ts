import type { CellKey, EditionId, Sections } from "@gongkai/annual-report";
import type { Chance } from "./chance.ts";
import type { OrganPlan } from "./made-up-organs.ts";

export interface Telling {
  readonly plan: OrganPlan;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: Readonly<Record<CellKey, number>>;
  readonly chance: Chance;
}

/** The three text sections, agreeing with the figures. */
export function writeSections(telling: Telling): Sections {
  return { overview: writeOverview(telling), problems: writeProblems(telling), other: writeOther(telling) };
}

function writeOverview({ plan, year, edition, figures, chance }: Telling): string {
  const of = (key: CellKey): number => figures[key] ?? 0;
  const made = of(edition === "2019" ? "t2.normative.made" : "t2.normative.issued");
  const received = of("t3.new.total");
  const carriedIn = of("t3.carriedIn.total");
  const carriedOut = of("t3.carriedOut.total");
  const reconsidered = of("t4.reconsideration.total");
  return [
    chance.pick([
      `${year}年，${plan.organ.name}围绕群众关心的事项推进政府信息公开，及时更新公开目录，按期编制并发布本报告。`,
      `本报告按规定的格式编制，数据统计期限为${year}年1月1日至12月31日。这一年，${plan.organ.name}把公开要求落实到办文、办事各环节。`,
      `一年来，${plan.organ.name}对照主动公开目录逐项核对，补齐应公开而未公开的内容，${year}年公开工作平稳有序。`,
    ]),
    made > 0
      ? `主动公开方面，全年制发规范性文件${made}件，均在印发后同步公布并附解读。`
      : "主动公开方面，对机构职能、办事指南和财政资金信息作了全面更新。",
    received === 0
      ? "依申请公开方面，全年没有收到政府信息公开申请。"
      : `依申请公开方面，全年新收政府信息公开申请${received}件${carriedIn > 0 ? `，上年结转${carriedIn}件` : ""}，办结${of("t3.total.total")}件${carriedOut > 0 ? `，结转下年度继续办理${carriedOut}件` : ""}。`,
    reconsidered > 0 ? `因政府信息公开引起的行政复议${reconsidered}件。` : "",
    chance.pick([
      "信息管理方面，公开前一律经过保密审查，文件的公开属性在起草时确定。",
      "平台方面，调整了公开栏目的层级，查找更方便，内容定期巡查。",
      "监督保障方面，明确专人负责，组织业务培训，公开情况列入年终考评。",
    ]),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function writeProblems({ year, chance }: Telling): string {
  const found = chance.pick([
    "存在的问题：政策解读的形式偏单一，基层窗口对申请的登记不够及时。",
    "存在的问题：部分栏目更新慢，答复文书的说理还不充分。",
    "存在的问题：历史文件数字化程度低，检索费时；经办人员变动后衔接不紧。",
    "存在的问题：公开内容与群众实际需求还有差距，线下公开点利用率不高。",
  ]);
  const remedy = chance.pick([
    `改进措施：${year + 1}年起实行栏目更新提醒，每季度抽查一次答复文书。`,
    `改进措施：制定统一的答复文书样本，${year + 1}年上半年完成存量文件整理。`,
    `改进措施：建立申请办理台账，临期自动提醒，${year + 1}年继续开展全员培训。`,
    `改进措施：增加图解、问答等解读形式，${year + 1}年在便民中心增设查阅点。`,
  ]);
  return `${found}\n${remedy}`;
}

function writeOther({ edition }: Telling): string {
  return edition === "2021" ? "本年度没有发出收费通知，没有收取信息处理费。无其他需要报告的事项。" : "没有其他需要报告的事项。";
}
