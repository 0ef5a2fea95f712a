import type { Queryable } from "../platform/database/open-database.ts";
import { regionFindRelated, tellingTokens } from "../search/index.ts";

/** An organ one can apply to. */
export interface OpenOrgan {
  readonly agencyId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly isDemo: boolean;
}

export interface SuggestedOrgan extends OpenOrgan {
  /** Why it is suggested; a citizen should be able to see that it is wrong. */
  readonly because: readonly string[];
}

/** Which departments usually hold what, by words people use. Data: a line for each field of work; an organ matches by a part of its name. */
export const FIELDS_OF_WORK: readonly { readonly about: string; readonly words: RegExp; readonly organs: RegExp }[] = [
  { about: "教育", words: /学校|教育|教师|招生|入学|校舍|幼儿园|学区|中考|高考|校车|培训机构/, organs: /教育|教体/ },
  { about: "土地、规划、不动产", words: /土地|征地|征收|拆迁|规划|不动产|宅基地|用地|矿|测绘|红线/, organs: /自然资源|国土|规划/ },
  { about: "住房和城乡建设", words: /住房|房屋|公租房|廉租|物业|小区|建筑|施工|燃气|供水|危房|棚户/, organs: /住房|住建|城乡建设|建设/ },
  { about: "市场监管", words: /食品|药品|企业登记|营业执照|价格|计量|特种设备|电梯|商标|市场/, organs: /市场监督|市场监管|工商/ },
  { about: "治安、户籍、交通管理", words: /户籍|户口|身份证|治安|派出所|交通事故|车辆|驾驶|出入境|警/, organs: /公安/ },
  { about: "生态环境", words: /环境|环评|污染|排放|排污|噪声|垃圾|水质|大气/, organs: /生态环境|环保|环境/ },
  { about: "卫生健康", words: /医院|医疗|疫苗|卫生|疾病|传染|计划生育|诊所/, organs: /卫生|健康|疾控/ },
  { about: "社会保障和就业", words: /社保|养老金|退休|失业|工伤|就业|工资|劳动|职称/, organs: /人力资源|社会保障|人社/ },
  { about: "民政", words: /低保|救助|婚姻|养老院|殡葬|墓|社会组织|慈善|地名/, organs: /民政/ },
  { about: "财政", words: /预算|决算|财政|政府采购|专项资金|三公|补贴|债务/, organs: /财政/ },
  { about: "发展改革", words: /立项|可研|收费标准|规划纲要|能源|粮食|招标|投资项目/, organs: /发展和改革|发展改革|发改/ },
  { about: "交通运输", words: /公路|公交|客运|货运|出租车|桥梁|道路|航道/, organs: /交通/ },
  { about: "农业农村", words: /农村|农业|农民|耕地|承包|种子|农药|畜牧|渔业|惠农/, organs: /农业|农村/ },
  { about: "水利", words: /水库|河道|防洪|水利|灌溉|取水|水资源/, organs: /水利|水务/ },
  { about: "应急管理", words: /安全生产|事故调查|应急|消防|地震|防汛/, organs: /应急|消防/ },
  { about: "文化旅游", words: /文化|旅游|文物|图书馆|景区|体育|广播/, organs: /文化|旅游|文旅/ },
  { about: "乡镇、街道事务", words: /村委|村务|居委|乡|镇政府|街道/, organs: /乡人民政府|镇人民政府|街道/ },
  { about: "政府的决策和人事", words: /政府常务会|政府文件|县政府|市政府|区政府|任免|政府工作报告/, organs: /人民政府$|政府办/ },
];

/** Organs that are open for applications, by name. Reads a reference table. */
export async function listOpenOrgans(db: Queryable): Promise<readonly OpenOrgan[]> {
  const rows = await db
    .selectFrom("agency")
    .select(["agency_id", "code", "name", "kind", "is_demo"])
    .where("agency_id", "<>", 0)
    .where("closed_on", "is", null)
    .orderBy("agency_id")
    .execute();
  return rows.map(({ agency_id, code, name, kind, is_demo }) => ({ agencyId: agency_id, code, name, kind, isDemo: is_demo }));
}

const MOST_SUGGESTED = 6;
const MOST_RELATED = 50;
const PUBLISHED_WEIGHT = 3;

/** Organs that may have what is wanted, the likeliest first, each with the reason: its name, its field of work, what it has published. */
export async function suggestOrgans(db: Queryable, organs: readonly OpenOrgan[], wanted: string): Promise<readonly SuggestedOrgan[]> {
  const text = wanted.normalize("NFKC").trim();
  if (text === "") return [];
  const { words } = tellingTokens(text);
  const fields = FIELDS_OF_WORK.filter((field) => field.words.test(text));
  const related = await regionFindRelated(db, text, { most: MOST_RELATED });
  const scored = organs.map((organ) => {
    const named = words.filter((word) => organ.name.includes(word));
    const field = fields.find((one) => one.organs.test(organ.name));
    const items = related.filter(({ agency_id }) => agency_id === organ.agencyId).length;
    const because = [
      ...(text.includes(organ.name) || named.length > 0 ? [`名称中有“${text.includes(organ.name) ? organ.name : named.join("、")}”`] : []),
      ...(field === undefined ? [] : [`负责${field.about}`]),
      ...(items === 0 ? [] : [`公开过${items}条类似的信息`]),
    ];
    const score =
      (text.includes(organ.name) ? 20 : 0) + named.length * 3 + (field === undefined ? 0 : 6) + Math.min(items, PUBLISHED_WEIGHT);
    return { organ: { ...organ, because }, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_SUGGESTED)
    .map(({ organ }) => organ);
}
