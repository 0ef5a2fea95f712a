import type { Organ } from "../schema.ts";

/** A made-up organ and how much it has to do. */
export interface OrganPlan {
  readonly organ: Organ;
  /** Applications in its first year; it grows from there. */
  readonly applications: number;
  /** Licences and penalties decided in a year. */
  readonly decisions: number;
  /** Normative documents in force at the beginning. */
  readonly documents: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** A figure put wrong in one year, so that a report with findings can be seen too. */
  readonly slip?: { readonly year: number; readonly cell: string; readonly add: number };
  /** Cells one year leaves empty. */
  readonly blank?: { readonly year: number; readonly cells: readonly string[] };
}

const PROVINCE = "示例省";
const CITY = "云溪市（虚构）";
const YUNXI = "云溪县（虚构）";
const WANGHU = "望湖县（虚构）";

/** Names no map knows; the region says it again. */
export const MADE_UP_ORGANS: readonly OrganPlan[] = [
  plan("shili-fagai", "示例省发展和改革委员会", "province", [PROVINCE], [86, 640, 41]),
  plan("yunxishi-zhengfuban", "云溪市人民政府办公室", "city", [PROVINCE, CITY], [48, 0, 26]),
  plan("yunxishi-zhujian", "云溪市住房和城乡建设局", "city", [PROVINCE, CITY], [120, 1580, 18], {
    slip: { year: 2022, cell: "t3.granted.total", add: 1 },
  }),
  plan("yunxi-zhengfuban", "云溪县人民政府办公室", "county", [PROVINCE, CITY, YUNXI], [21, 0, 12]),
  plan("yunxi-ziran", "云溪县自然资源局", "county", [PROVINCE, CITY, YUNXI], [64, 410, 5]),
  plan("yunxi-shichang", "云溪县市场监督管理局", "county", [PROVINCE, CITY, YUNXI], [18, 3260, 3]),
  plan("yunxi-jiaoyu", "云溪县教育局", "county", [PROVINCE, CITY, YUNXI], [11, 42, 4]),
  plan("yunxi-shiqiao", "云溪县石桥镇人民政府", "township", [PROVINCE, CITY, YUNXI], [5, 36, 0], {
    blank: { year: 2021, cells: ["t4.reconsideration", "t2.fee.amount"] },
  }),
  plan("yunxi-songlin", "云溪县松林街道办事处", "township", [PROVINCE, CITY, YUNXI], [3, 12, 0], { firstYear: 2021 }),
  plan("wanghu-zhengfuban", "望湖县人民政府办公室", "county", [PROVINCE, CITY, WANGHU], [16, 0, 9]),
  plan("wanghu-gongan", "望湖县公安局", "county", [PROVINCE, CITY, WANGHU], [33, 7420, 2]),
  plan("wanghu-liutang", "望湖县柳塘镇人民政府", "township", [PROVINCE, CITY, WANGHU], [2, 20, 0], { lastYear: 2024 }),
];

function plan(
  slug: string,
  name: string,
  level: Organ["level"],
  regions: string[],
  [applications, decisions, documents]: readonly [number, number, number],
  more: Partial<Pick<OrganPlan, "firstYear" | "lastYear" | "slip" | "blank">> = {},
): OrganPlan {
  return { organ: { slug, name, level, regions }, applications, decisions, documents, firstYear: 2019, lastYear: 2025, ...more };
}
