/** The parts people and organs play in a case. A person may hold several; a deputy holds those of the person stood in for. */
export const ROLES = [
  "applicant",
  "registrar",
  "handler",
  "unitHead",
  "officeHead",
  "secrecyReviewer",
  "legalReviewer",
  "leader",
  "thirdParty",
  "otherOrgan",
  "cashier",
  "system",
  "supervisor",
] as const;
export type Role = (typeof ROLES)[number];

/** What the office calls the roles. */
export const ROLE_WORDS = {
  applicant: "申请人",
  registrar: "登记人",
  handler: "承办人",
  unitHead: "承办部门负责人",
  officeHead: "政府信息公开工作机构负责人",
  secrecyReviewer: "保密审查人",
  legalReviewer: "法制审核人",
  leader: "分管领导",
  thirdParty: "第三方",
  otherOrgan: "其他机关",
  cashier: "收费人员",
  system: "系统",
  supervisor: "主管部门",
} as const satisfies Record<Role, string>;
