/** A node of the statutory tree: what the Regulations themselves say must be published. */
export interface StatutoryNode {
  /** Article and item, such as `20.7`; below Art. 21 also the level: `21.county.3`. */
  readonly id: string;
  readonly label: string;
  readonly cites: string;
  readonly content: string;
  /** Kinds of organs it is for; all when left out. */
  readonly kinds?: readonly string[];
}

const ARTICLE_20 = [
  ["法规规章和规范性文件", "行政法规、规章和规范性文件"],
  ["机关职能和机构信息", "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名"],
  ["规划和计划", "国民经济和社会发展规划、专项规划、区域规划及相关政策"],
  ["统计信息", "国民经济和社会发展统计信息"],
  ["行政许可和对外管理服务", "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"],
  ["行政处罚和行政强制", "实施行政处罚、行政强制的依据、条件、程序以及本机关认为具有一定社会影响的行政处罚决定"],
  ["财政预算决算", "财政预算、决算信息"],
  ["行政事业性收费", "行政事业性收费项目及其依据、标准"],
  ["政府集中采购", "政府集中采购项目的目录、标准及实施情况"],
  ["重大建设项目", "重大建设项目的批准和实施情况"],
  ["民生政策", "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况"],
  ["突发公共事件", "突发公共事件的应急预案、预警信息及应对情况"],
  ["监督检查", "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况"],
  ["公务员招考", "公务员招考的职位、名额、报考条件等事项以及录用结果"],
  ["其他法定事项", "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息"],
] as const;

const COUNTY = ["市政建设", "公共服务", "公益事业", "土地征收", "房屋征收", "治安管理", "社会救助"] as const;
const TOWNSHIP = [
  "贯彻落实农业农村政策",
  "农田水利工程建设运营",
  "农村土地承包经营权流转",
  "宅基地使用情况审核",
  "土地征收",
  "房屋征收",
  "筹资筹劳",
  "社会救助",
] as const;

const NUMERALS = "一二三四五六七八九十";
const inChinese = (number: number): string => (number <= 10 ? (NUMERALS[number - 1] ?? "") : `十${NUMERALS[number - 11] ?? ""}`);

/** Art. 20's fifteen items and the additions of Art. 21, in the order of the law. */
export const STATUTORY_CATALOGUE: readonly StatutoryNode[] = [
  ...ARTICLE_20.map(([label, content], index) => ({
    id: `20.${index + 1}`,
    label,
    cites: `《中华人民共和国政府信息公开条例》第二十条第（${inChinese(index + 1)}）项`,
    content,
  })),
  ...COUNTY.map((label, index) => ({
    id: `21.county.${index + 1}`,
    label,
    cites: "《中华人民共和国政府信息公开条例》第二十一条",
    content: `设区的市级、县级人民政府及其部门根据本地方的具体情况公开：${label}`,
    kinds: ["government", "department", "authorised"],
  })),
  ...TOWNSHIP.map((label, index) => ({
    id: `21.township.${index + 1}`,
    label,
    cites: "《中华人民共和国政府信息公开条例》第二十一条",
    content: `乡（镇）人民政府根据本地方的具体情况公开：${label}`,
    kinds: ["township"],
  })),
];

/** The nodes an organ of this kind publishes under. */
export function listStatutoryNodes(agencyKind: string): readonly StatutoryNode[] {
  return STATUTORY_CATALOGUE.filter(({ kinds }) => kinds === undefined || kinds.includes(agencyKind));
}

export function findStatutoryNode(id: string): StatutoryNode | undefined {
  return STATUTORY_CATALOGUE.find((node) => node.id === id);
}
