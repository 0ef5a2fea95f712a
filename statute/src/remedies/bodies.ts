import { RECONSIDERATION_LAW, SINCE } from "../in-force.ts";
import { type PlainDate, plainDate } from "../plain-date.ts";
import { findInForce, type Rule } from "../rule.ts";

/** The kinds of organ that the law tells apart when it names the body for reconsideration. */
export const ORGAN_KINDS = ["department", "government", "provincialGovernment", "stateCouncilDepartment", "vertical", "justice"] as const;
export type OrganKind = (typeof ORGAN_KINDS)[number];

/** Where to apply for reconsideration, seen from the organ. */
export type ReconsiderationBody =
  | "sameLevelGovernment"
  | "sameLevelGovernmentOrHigherDepartment"
  | "higherGovernment"
  | "itself"
  | "higherDepartment";

export interface RemedyBody extends Rule {
  readonly kind: "remedyBody";
  readonly organ: OrganKind;
  readonly body: ReconsiderationBody;
  readonly cases: readonly { readonly on: PlainDate; readonly body: ReconsiderationBody }[];
}

const body = (organ: OrganKind, article: string, to: ReconsiderationBody, says: string): RemedyBody => ({
  kind: "remedyBody",
  id: `reconsideration-body-${organ}`,
  cites: `${RECONSIDERATION_LAW}${article}`,
  inForce: SINCE.reconsideration2023,
  confidence: "verified",
  says,
  organ,
  body: to,
  cases: [{ on: plainDate("2026-03-20"), body: to }],
});

export const REMEDY_BODIES: readonly RemedyBody[] = [
  body("department", "第二十四条", "sameLevelGovernment", "对县级以上地方人民政府工作部门不服的，向本级人民政府申请。"),
  body("government", "第二十四条", "higherGovernment", "对地方人民政府（含乡镇）不服的，向上一级人民政府申请。"),
  body("provincialGovernment", "第二十四条", "itself", "对省、自治区、直辖市人民政府不服的，向该人民政府申请。"),
  body("stateCouncilDepartment", "第二十五条", "itself", "对国务院部门不服的，向该部门申请。"),
  body(
    "vertical",
    "第二十七条",
    "higherDepartment",
    "对海关、金融、外汇管理等垂直领导的机关和税务、国家安全机关不服的，向上一级主管部门申请。",
  ),
  body(
    "justice",
    "第二十八条",
    "sameLevelGovernmentOrHigherDepartment",
    "对履行行政复议机构职责的司法行政部门不服的，可以向本级人民政府申请，也可以向上一级司法行政部门申请。",
  ),
  {
    ...body(
      "department",
      "（2017年修正）第十二条",
      "sameLevelGovernmentOrHigherDepartment",
      "2024年以前：可以向本级人民政府申请，也可以向上一级主管部门申请。",
    ),
    id: "reconsideration-body-department-before-2024",
    inForce: SINCE.before2024,
    confidence: "known",
    cases: [{ on: plainDate("2023-06-01"), body: "sameLevelGovernmentOrHigherDepartment" }],
  },
];

/** The rule that names the body for reconsideration of an act of that day; undefined for what we have no rule of its time for. */
export function findRemedyBody(organ: OrganKind, on: PlainDate): RemedyBody | undefined {
  return findInForce(
    REMEDY_BODIES.filter((rule) => rule.organ === organ),
    on,
  );
}
