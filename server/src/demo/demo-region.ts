import type { PostRole } from "../agencies/index.ts";
import type { AddAgency } from "../agencies/schema.ts";

/** An organ of the demonstration and how much there is to see in it. */
export interface DemoOrgan extends Pick<AddAgency, "code" | "name" | "shortName" | "kind" | "letterMark"> {
  /** Code of the organ above. */
  readonly parent: string | null;
  /** Closed cases of the last two years. */
  readonly past: number;
  /** Cases under way. */
  readonly open: number;
}

/** A made-up county under a made-up city, and beside it the organs whose 2020 reports the library shows. */
export const DEMO_ORGANS: readonly DemoOrgan[] = [
  {
    code: "yunxi",
    name: "云溪县人民政府",
    shortName: "云溪县政府",
    kind: "government",
    letterMark: "云政公开",
    parent: null,
    past: 10,
    open: 6,
  },
  {
    code: "yunxi-jiaoyu",
    name: "云溪县教育局",
    shortName: "县教育局",
    kind: "department",
    letterMark: "云教公开",
    parent: "yunxi",
    past: 24,
    open: 12,
  },
  {
    code: "yunxi-ziran",
    name: "云溪县自然资源局",
    shortName: "县自然资源局",
    kind: "department",
    letterMark: "云自然公开",
    parent: "yunxi",
    past: 14,
    open: 7,
  },
  {
    code: "yunxi-shichang",
    name: "云溪县市场监督管理局",
    shortName: "县市场监管局",
    kind: "department",
    letterMark: "云市监公开",
    parent: "yunxi",
    past: 6,
    open: 4,
  },
  {
    code: "yunxi-songlin",
    name: "云溪县松林镇人民政府",
    shortName: "松林镇",
    kind: "township",
    letterMark: "松政公开",
    parent: "yunxi",
    past: 4,
    open: 3,
  },
  {
    code: "leshan-jiguanshiwu",
    name: "乐山市机关事务管理局",
    shortName: "乐山机关事务局",
    kind: "department",
    letterMark: "乐机公开",
    parent: null,
    past: 2,
    open: 1,
  },
  {
    code: "litong-jiguanshiwu",
    name: "利通区机关事务服务中心",
    shortName: "利通机关事务中心",
    kind: "authorised",
    letterMark: "利机公开",
    parent: null,
    past: 2,
    open: 1,
  },
  {
    code: "weijuming-qu-wei",
    name: "区卫生健康委员会",
    shortName: "区卫健委",
    kind: "department",
    letterMark: "卫健公开",
    parent: null,
    past: 2,
    open: 1,
  },
  {
    code: "yanchi-dashuikeng",
    name: "盐池县大水坑镇人民政府",
    shortName: "大水坑镇",
    kind: "township",
    letterMark: "大政公开",
    parent: null,
    past: 2,
    open: 1,
  },
  {
    code: "zhanhe-zhengfuban",
    name: "湛河区人民政府办公室",
    shortName: "湛河区政府办",
    kind: "government",
    letterMark: "湛政公开",
    parent: null,
    past: 2,
    open: 1,
  },
];

/** Posts of each organ; people are named for their posts, so that nobody real is meant. */
export const DEMO_POSTS: readonly { readonly role: PostRole; readonly name: string; readonly deputyOf?: PostRole }[] = [
  { role: "registrar", name: "登记岗" },
  { role: "handler", name: "承办岗" },
  { role: "unitHead", name: "科室负责人" },
  { role: "officeHead", name: "公开办主任" },
  { role: "secrecyReviewer", name: "保密审查岗" },
  { role: "legalReviewer", name: "法制审核岗" },
  { role: "leader", name: "分管领导" },
  { role: "cashier", name: "收费岗" },
  { role: "administrator", name: "系统管理员" },
];

/** What people ask of any organ. */
const ASKED_OF_ANY: readonly string[] = [
  "2024年度“三公”经费决算明细",
  "机关食堂采购合同",
  "办公用房维修项目的招标和中标结果",
  "公务用车编制和使用情况",
  "购买第三方服务的合同和验收报告",
  "公开招聘的岗位条件和录用名单",
  "信息化系统建设项目的验收材料",
  "行政处罚裁量基准",
];

/** What people ask of the organs whose business is known from their names. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  yunxi: [
    "县域公交线路调整的可行性研究报告",
    "云溪大道拓宽工程环境影响评价文件",
    "公共停车场特许经营协议文本",
    "县医院新院区建设进度和付款情况",
    "县级储备粮轮换计划",
    "供热管网改造资金安排",
  ],
  "yunxi-jiaoyu": [
    "2025年城区学校招生划片范围的调整依据",
    "中小学校舍安全检查结果",
    "民办幼儿园普惠性认定名单",
    "课后服务收费标准的制定依据",
    "中小学教师交流轮岗实施情况",
    "学生营养餐供应商的遴选结果",
    "校外培训机构准予许可和注销名单",
    "县第二中学迁建项目的批复文件",
    "义务教育阶段学位预警情况",
    "教育费附加的使用情况",
  ],
  "yunxi-ziran": [
    "松林镇土地征收补偿安置方案及听证记录",
    "失地农民社会保障资金使用情况",
    "河道采砂许可的审批材料",
    "地质灾害危险区转移避险方案",
    "城东片区控制性详细规划的调整论证报告",
    "国有建设用地使用权出让合同",
    "矿山生态修复项目的验收意见",
  ],
  "yunxi-shichang": ["食品安全抽检不合格产品处置情况", "特种设备检验机构名录", "集贸市场计量器具检定结果", "消费投诉公示的处理结果"],
  "yunxi-songlin": [
    "宅基地审批办理规程及收费标准",
    "农村饮用水水质监测结果（2023年至2025年）",
    "高标准农田建设项目的中标合同",
    "村级财务公开的明细",
  ],
};

/** What people of the demonstration ask an organ for: what is its business, and what everyone may be asked. */
export function listRequests(code: string): readonly string[] {
  return [...(ASKED[code] ?? []), ...ASKED_OF_ANY];
}
