import type { Genre } from "../disclosures/words.ts";

/** What an organ of the demonstration has made public. Made up, all of it. */
export interface DemoItem {
  /** Names the item in this file, for links between items. */
  readonly key: string;
  readonly organ: string;
  readonly node: string;
  readonly title: string;
  readonly genre: Genre;
  readonly topic: string;
  readonly keywords: readonly string[];
  readonly summary?: string;
  readonly documentNumber?: string;
  readonly normative?: "normative";
  /** Days before today it was published. */
  readonly ago: number;
  readonly paragraphs: readonly string[];
  /** Heads and rows. */
  readonly table?: readonly (readonly string[])[];
  readonly attachment?: { readonly name: string; readonly text: string };
  /** Key of the document it explains. */
  readonly interprets?: string;
  readonly validity?: { readonly validity: "amended" | "repealed"; readonly note: string };
  readonly withdrawal?: string;
  /** Corrected a day later. */
  readonly correction?: string;
}

export const DEMO_ITEMS: readonly DemoItem[] = [
  {
    key: "parking",
    organ: "yunxi",
    node: "20.1",
    genre: "circular",
    topic: "城乡建设",
    keywords: ["停车", "收费"],
    documentNumber: "云政规〔2026〕3号",
    normative: "normative",
    ago: 50,
    title: "云溪县人民政府关于印发《云溪县城区机动车停放管理办法》的通知",
    summary: "规范城区道路和公共停车场的停放秩序、收费标准和监督办法，自印发之日起三十日后施行。",
    paragraphs: [
      "各乡镇人民政府，县政府各部门：《云溪县城区机动车停放管理办法》已经县政府第十二次常务会议通过，现印发给你们，请认真执行。",
      "第一条　为了规范城区机动车停放秩序，方便群众出行，结合本县实际，制定本办法。",
      "第二条　本县城区道路停车泊位、公共停车场的规划、建设、使用和管理，适用本办法。",
      "第三条　道路停车泊位每日七时至二十时收费，前三十分钟免费；残疾人专用车辆免费停放。",
      "第四条　停车收费全额上缴县级财政，收支情况每年向社会公开。",
    ],
  },
  {
    key: "parking-explained",
    organ: "yunxi",
    node: "20.1",
    genre: "interpretation",
    topic: "城乡建设",
    keywords: ["停车", "解读"],
    ago: 49,
    interprets: "parking",
    title: "一图读懂《云溪县城区机动车停放管理办法》",
    paragraphs: [
      "为什么要制定这个办法？城区车辆五年增加了一倍，主要街道高峰时段一位难求。",
      "收费的钱用到哪里？全额上缴财政，用于停车设施的建设和维护，收支每年公开。",
      "哪些情况免费？停放三十分钟以内、残疾人专用车辆、每日二十时至次日七时。",
    ],
  },
  {
    key: "old-parking",
    organ: "yunxi",
    node: "20.1",
    genre: "circular",
    topic: "城乡建设",
    keywords: ["停车"],
    documentNumber: "云政规〔2019〕8号",
    normative: "normative",
    ago: 600,
    title: "云溪县人民政府关于印发《云溪县城区停车管理暂行规定》的通知",
    paragraphs: [
      "第一条　为加强城区停车管理，制定本规定。",
      "第二条　本规定所称停车，是指机动车在道路停车泊位内的临时停放。",
      "第三条　本规定自印发之日起施行。",
    ],
    validity: { validity: "repealed", note: "云政规〔2026〕3号" },
  },
  {
    key: "flood",
    organ: "yunxi",
    node: "20.12",
    genre: "plan",
    topic: "应急管理",
    keywords: ["防汛", "应急预案"],
    documentNumber: "云政发〔2026〕11号",
    ago: 45,
    title: "云溪县防汛抗旱应急预案（2026年修订）",
    summary: "明确汛期预警分级、转移避险路线和各部门职责。",
    paragraphs: [
      "本预案适用于本县行政区域内洪涝、干旱灾害的预防和应急处置。",
      "预警分为四级，由县防汛抗旱指挥机构发布。发布红色预警后，危险区群众应在两小时内转移到指定的避险场所。",
      "各乡镇应在每年五月底前组织一次转移演练。",
    ],
    attachment: {
      name: "避险场所一览表.txt",
      text: "松林镇避险场所：松林镇中心小学、松林镇文化站。石桥镇避险场所：石桥镇敬老院、石桥中学体育馆。城区避险场所：县体育中心、人民广场。",
    },
  },
  {
    key: "plan",
    organ: "yunxi",
    node: "20.3",
    genre: "plan",
    topic: "国民经济",
    keywords: ["规划"],
    documentNumber: "云政发〔2026〕5号",
    ago: 120,
    title: "云溪县国民经济和社会发展第十五个五年规划纲要摘要",
    paragraphs: [
      "规划期内，全县居民人均可支配收入增长与经济增长基本同步，城乡收入差距继续缩小。",
      "重点任务：补齐乡村供水短板，实现规模化供水覆盖九成行政村；改造老旧小区四十二个；新增公办学位三千个。",
    ],
  },
  {
    key: "budget",
    organ: "yunxi",
    node: "20.7",
    genre: "report",
    topic: "财政",
    keywords: ["预算", "三公经费"],
    ago: 200,
    title: "云溪县2026年本级预算公开说明",
    summary: "本级预算收支、政府性基金、国有资本经营和“三公”经费预算情况。",
    paragraphs: [
      "2026年本级一般公共预算收入安排增长百分之四，支出优先保障教育、卫生和社会保障。",
      "“三公”经费预算比上年下降百分之五，其中公务接待费下降百分之八。",
    ],
    table: [
      ["科目", "上年（万元）", "本年（万元）"],
      ["公务用车购置及运行费", "420", "406"],
      ["公务接待费", "98", "90"],
      ["因公出国（境）费", "12", "10"],
    ],
    attachment: {
      name: "2026年本级预算附表.txt",
      text: "一般公共预算支出表：教育支出、卫生健康支出、社会保障和就业支出、农林水支出。政府性基金预算支出表。",
    },
  },
  {
    key: "wrong-list",
    organ: "yunxi",
    node: "20.15",
    genre: "announcement",
    topic: "其他",
    keywords: [],
    ago: 30,
    title: "云溪县2026年公共服务设施名单（第一批）",
    paragraphs: ["现公布第一批公共服务设施名单。"],
    withdrawal: "名单所列设施尚未验收，待验收后重新公布。",
  },
  {
    key: "enrol",
    organ: "yunxi-jiaoyu",
    node: "20.11",
    genre: "circular",
    topic: "教育",
    keywords: ["招生", "划片"],
    documentNumber: "云教发〔2026〕9号",
    ago: 12,
    title: "云溪县教育局关于做好2026年城区义务教育学校招生工作的通知",
    summary: "城区小学、初中的招生范围、报名时间、所需材料和随迁子女入学办法。",
    paragraphs: [
      "一、招生范围。城区小学按照划片范围就近入学，范围见附件。",
      "二、报名时间。符合条件的儿童由监护人在规定时间内到学校报名，也可以在网上报名。",
      "三、随迁子女。凭居住证申请，由县教育局统筹安排学位，不收取任何与入学挂钩的费用。",
      "四、监督。招生结果在学校公示栏和本网站公示七日。",
    ],
    attachment: {
      name: "2026年城区小学划片范围.txt",
      text: "实验小学：云溪大道以东、文昌路以北。第二小学：云溪大道以西、滨河路以南。第三小学：铁路以北各居民小区。",
    },
    correction: "原文第二项报名方式遗漏了网上报名，现予补充。",
  },
  {
    key: "enrol-explained",
    organ: "yunxi-jiaoyu",
    node: "20.11",
    genre: "interpretation",
    topic: "教育",
    keywords: ["招生", "解读"],
    ago: 11,
    interprets: "enrol",
    title: "2026年城区义务教育招生政策问答",
    paragraphs: [
      "问：今年划片范围有变化吗？答：新建的第三小学九月启用，铁路以北的小区划入该校。",
      "问：租房居住能就近入学吗？答：持居住证的，由县教育局统筹安排。",
    ],
  },
  {
    key: "kindergarten",
    organ: "yunxi-jiaoyu",
    node: "20.8",
    genre: "announcement",
    topic: "教育",
    keywords: ["收费", "幼儿园"],
    ago: 70,
    title: "云溪县公办幼儿园保教费标准公告",
    paragraphs: ["公办幼儿园保教费按月收取，标准见下表。不得收取与入园挂钩的赞助费。"],
    table: [
      ["等级", "每月（元）"],
      ["一类园", "460"],
      ["二类园", "380"],
      ["乡镇园", "260"],
    ],
  },
  {
    key: "school-safety",
    organ: "yunxi-jiaoyu",
    node: "20.13",
    genre: "bulletin",
    topic: "教育",
    keywords: ["校舍", "安全检查"],
    ago: 95,
    title: "2026年春季校舍安全检查情况通报",
    paragraphs: [
      "本次共检查校舍二百一十六栋，发现隐患三十一处，已整改二十九处，其余两处已停止使用。",
      "存在隐患的学校应在暑期前完成整改，整改结果另行公布。",
    ],
  },
  {
    key: "land",
    organ: "yunxi-ziran",
    node: "21.county.4",
    genre: "announcement",
    topic: "自然资源",
    keywords: ["征地", "补偿"],
    documentNumber: "云自然告〔2026〕6号",
    ago: 8,
    title: "云溪县松林镇集体土地征收补偿安置方案公告",
    summary: "云溪大道延伸段项目的征收范围、补偿标准、安置方式和社会保障。",
    paragraphs: [
      "一、征收范围：松林镇松林村集体土地三点二公顷，四至范围见红线图。",
      "二、补偿标准：按照本省公布的区片综合地价执行，地上附着物另行评估。",
      "三、安置方式：货币安置与社会保障安置相结合，被征地农民纳入基本养老保险。",
      "四、异议：对本方案有异议的，可以在公告之日起三十日内申请听证。",
    ],
  },
  {
    key: "homestead",
    organ: "yunxi-ziran",
    node: "20.5",
    genre: "other",
    topic: "自然资源",
    keywords: ["宅基地", "许可"],
    ago: 150,
    title: "农村宅基地建房规划许可办事指南",
    paragraphs: [
      "申请条件：本集体经济组织成员，一户一宅，符合村庄规划。",
      "申请材料：申请表、户口簿复印件、村民会议同意的记录。",
      "办理时限：受理之日起十个工作日。不收费。",
    ],
  },
  {
    key: "food",
    organ: "yunxi-shichang",
    node: "20.13",
    genre: "bulletin",
    topic: "市场监管",
    keywords: ["食品安全", "抽检"],
    ago: 5,
    title: "云溪县2026年第十期食品安全监督抽检信息",
    summary: "本期抽检七类食品一百二十批次，不合格两批次，已下架封存。",
    paragraphs: [
      "本期抽检粮食加工品、食用油、糕点等七类食品一百二十批次，合格一百一十八批次。",
      "不合格产品均已下架、封存，并对生产经营者立案调查。消费者发现仍在销售的，可以投诉举报。",
    ],
    table: [
      ["食品类别", "抽检批次", "不合格"],
      ["粮食加工品", "30", "0"],
      ["糕点", "24", "1"],
      ["食用农产品", "66", "1"],
    ],
  },
  {
    key: "penalty",
    organ: "yunxi-shichang",
    node: "20.6",
    genre: "announcement",
    topic: "市场监管",
    keywords: ["行政处罚"],
    ago: 26,
    title: "市场监管领域行政处罚裁量基准公告",
    paragraphs: ["首次轻微违法并及时改正、没有造成危害后果的，不予处罚。裁量分为从轻、一般、从重三档，标准见正文。"],
  },
  {
    key: "pond",
    organ: "yunxi-songlin",
    node: "21.township.2",
    genre: "publicity",
    topic: "农业农村",
    keywords: ["水利"],
    ago: 3,
    title: "松林镇2026年小型农田水利工程建设公示",
    paragraphs: ["拟建山塘整修三处、渠道防渗六公里，资金由县级财政和村集体共同承担。公示期七日，有意见的可以向镇政府反映。"],
  },
  {
    key: "aid",
    organ: "yunxi-songlin",
    node: "21.township.8",
    genre: "publicity",
    topic: "社会救助",
    keywords: ["低保", "救助"],
    ago: 33,
    title: "松林镇2026年第三季度最低生活保障资金发放情况",
    paragraphs: ["第三季度发放最低生活保障资金，惠及困难群众一百八十六户。发放名单在各村公示栏公示，不在网上公开个人信息。"],
  },
];

/** Systems of disclosure of each organ. */
export const DEMO_SYSTEMS = [
  {
    title: "政府信息主动公开工作制度",
    paragraphs: [
      "信息形成或者变更之日起二十个工作日内公开；法律法规另有规定的，从其规定。",
      "公开前应当经过拟稿、审核、保密审查和签发，谁公开谁审查。",
    ],
  },
  { title: "政府信息公开保密审查制度", paragraphs: ["先审查后公开，一事一审。不能确定的，报主管部门或者保密行政管理部门确定。"] },
  { title: "不予公开信息定期评估审查制度", paragraphs: ["对不予公开的信息每年评估一次，因情势变化可以公开的，应当公开。"] },
] as const;
