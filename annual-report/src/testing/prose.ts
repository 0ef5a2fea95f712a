import type { Cells, Magnitude } from "./generate-cells.ts";
import type { Random } from "./random.ts";

const PLACES = ["云溪", "青砚", "枕溪", "望舒", "听雪", "竹隐", "松萝", "星渚", "澄怀", "墨池", "鹿鸣", "晴岚"];
const LEVELS = ["县", "市", "区"];
const BODIES = [
  "人民政府",
  "人民政府办公室",
  "财政局",
  "教育局",
  "农业农村局",
  "机关事务服务中心",
  "统计局",
  "水务局",
  "市场监督管理局",
  "政务公开办公室",
];
const TOWNS = ["石桥镇人民政府", "芦花乡人民政府", "桂影街道办事处", "柳浪镇人民政府"];

/** A made-up organ: a township or street office where it has nothing to report, so that its figures suit it. */
export function generateAgency(magnitude: Magnitude, random: Random): string {
  const place = random.pick(PLACES) + random.pick(LEVELS);
  return place + (magnitude === "zero" ? random.pick(TOWNS) : random.pick(BODIES));
}

/** A title for the organ's report, in the ways titles are written. */
export function generateTitle(agency: string, year: number, random: Random): string {
  return random.pick([
    `${agency}${year}年政府信息公开工作年度报告`,
    `${year}年${agency}政府信息公开工作年度报告`,
    `${agency} ${year} 年政府信息公开工作年度报告`,
    `${agency}${year}年度政府信息公开工作年度报告`,
    `${agency}关于${year}年政府信息公开工作的年度报告`,
    `${agency}${year}年政府信息公开年度报告`,
  ]);
}

/** Own text for the three text sections. Figures that stand in the tables are repeated truly. */
export function generateProse(agency: string, year: number, cells: Cells, random: Random) {
  const withFigures = random.chance(0.6);
  const count = (key: string) => cells[key] ?? 0;
  const unpaid = count("t3.otherHandling.unpaid.total");
  const figures = [
    `全年新收政府信息公开申请${count("t3.new.total")}件，上年结转${count("t3.carriedIn.total")}件，结转下年度继续办理${count("t3.carriedOut.total")}件。`,
    `因政府信息公开引起的行政复议${count("t4.reconsideration.total")}件。`,
    `召开业务培训会${random.integer(1, 9)}次，参加人员${random.integer(10, 300)}人次。`,
    `通过门户网站发布信息${random.integer(10, 5000)}条，其中通知公告${random.integer(1, 9)}条。`,
    `根据第二十条第（一）项的要求，对${random.integer(2, 40)}份文件作了集中清理。`,
  ];
  const plain = [
    "围绕群众关心的事项，逐项核对公开目录，做到该公开的及时公开。",
    "完善登记、审核、答复、归档各个环节，规范办理依申请公开事项。",
    "指定专人维护栏目内容，定期检查链接是否有效。",
    "把信息发布审查落到具体岗位，先审查、后发布。",
    "利用公示栏、广播和会议等多种方式，方便群众了解办事流程。",
  ];
  const opening = `根据《中华人民共和国政府信息公开条例》编制本报告。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
  return {
    overview: [
      ...(random.chance(0.7) ? [opening] : []),
      `${year}年，${agency}按照上级部署推进政务公开。`,
      ...random.sample(plain, random.integer(1, 3)).map((text, index) => `（${"一二三四"[index] ?? "五"}）${text}`),
      ...(withFigures ? random.sample(figures, random.integer(1, 4)) : []),
    ],
    problems: [
      random.pick([
        "一是部分栏目更新不够快；二是解读材料形式较少。",
        "主要问题是：工作人员经常更换，业务还不够熟悉。",
        "公开内容与群众期待相比还有差距。",
      ]),
      random.pick(["下一步，将加强培训，压实责任。", `${year + 1}年，将补充解读形式，按月检查栏目。`, "将健全督查办法，逐条整改。"]),
    ],
    other:
      unpaid > 0
        ? [`本年度发出收费通知${unpaid}件，申请人均逾期未缴纳，实际收取0元。`]
        : [random.pick(["无。", "无", "没有需要报告的其他事项。", "本年度没有收取信息处理费。", `本年度发出收费通知0件，总金额0元。`])],
  };
}
