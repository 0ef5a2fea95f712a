import { isPlainDate, ORGAN_KINDS } from "@gongkai/statute";
import { z } from "zod";
import { AgencySettings } from "./settings-schema.ts";

/** Kinds of organs that can be added; `platform` is the installation itself, organ 0. */
export const AGENCY_KINDS = ["government", "department", "township", "authorised"] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number] | "platform";

export const AGENCY_KIND_WORDS = {
  platform: "本系统",
  government: "人民政府",
  department: "政府工作部门",
  township: "乡镇、街道",
  authorised: "法律、法规授权的组织",
} as const satisfies Record<AgencyKind, string>;

/** Which body hears a reconsideration against the organ is worked out from this; the kinds are statute's. */
export const REMEDY_KIND_WORDS = {
  department: "县级以上地方人民政府工作部门",
  government: "县级以上地方人民政府（省级以下）",
  provincialGovernment: "省、自治区、直辖市人民政府",
  stateCouncilDepartment: "国务院部门",
  vertical: "垂直领导机关（海关、金融、外汇、税务、国安等）",
  justice: "司法行政部门",
} as const satisfies Record<(typeof ORGAN_KINDS)[number], string>;

/** Duties a post may carry: those of the case and item processes, and the administrator's. */
export const POST_ROLES = [
  "registrar",
  "handler",
  "unitHead",
  "officeHead",
  "secrecyReviewer",
  "legalReviewer",
  "leader",
  "cashier",
  "supervisor",
  "administrator",
] as const;
export type PostRole = (typeof POST_ROLES)[number];

export const POST_ROLE_WORDS = {
  registrar: "登记人",
  handler: "承办人",
  unitHead: "承办部门负责人",
  officeHead: "政府信息公开工作机构负责人",
  secrecyReviewer: "保密审查人",
  legalReviewer: "法制审核人",
  leader: "分管领导",
  cashier: "收费人员",
  supervisor: "主管部门监督人员",
  administrator: "系统管理员",
} as const satisfies Record<PostRole, string>;

/** Whoever holds one of these, or stands in for one who does, must have a second factor. */
export const SECOND_FACTOR_ROLES: readonly PostRole[] = ["administrator", "leader", "officeHead"];

export const HeldPost = z
  .object({
    id: z.uuid(),
    role: z.enum(POST_ROLES),
    title: z.string(),
    unit: z.uuid().nullable(),
    as: z.enum(["holder", "deputy"]).describe("holder A岗；deputy B岗，只在A岗不在岗期间列出"),
  })
  .meta({ id: "HeldPost" });
export type HeldPost = z.infer<typeof HeldPost>;

const DayText = z.string().refine(isPlainDate).describe("日期，如 2026-03-02");
const Version = z.int().min(0).describe("修改前看到的版本号；已被他人修改的，答复 409 changed-meanwhile");

/** Stands in addresses; never changes. */
export const AgencyCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
  .describe("机关代号：小写字母、数字、连字符，如 yunxi-jiaoyu");

/** One line as a person types it, without control characters. */
const ONE_LINE = /^\P{Cc}*$/u;
const Line = (most: number) => z.string().trim().max(most).regex(ONE_LINE);
const NonEmptyLine = (most: number) => z.string().trim().min(1).max(most).regex(ONE_LINE);

export const Contact = z
  .strictObject({
    office: Line(100).optional().describe("政府信息公开工作机构名称"),
    address: Line(200).optional().describe("办公地址"),
    postcode: Line(10).optional(),
    telephone: Line(60).optional(),
    fax: Line(60).optional(),
    email: Line(200).optional(),
    hours: Line(200).optional().describe("办公时间"),
  })
  .meta({ id: "AgencyContact", description: "政府信息公开工作机构的联系方式" });
export type Contact = z.infer<typeof Contact>;

export const Agency = z
  .object({
    code: AgencyCode,
    name: z.string(),
    shortName: z.string(),
    kind: z.enum(["platform", ...AGENCY_KINDS]),
    remedyKind: z.enum(ORGAN_KINDS),
    letterMark: z.string().nullable().describe("机关代字，如 云教公开"),
    parent: z.string().nullable().describe("上级机关或主管部门的代号"),
    contact: Contact,
    settings: AgencySettings,
    isDemo: z.boolean(),
    closedOn: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "Agency", description: "行政机关" });
export type Agency = z.infer<typeof Agency>;

export const AgencyNode = z
  .object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: z.enum(["platform", ...AGENCY_KINDS]),
    parent: z.string().nullable().describe("上级机关的代号；上级不在可见范围内的为 null"),
    isDemo: z.boolean(),
    closedOn: z.string().nullable(),
  })
  .meta({ id: "AgencyNode" });
export type AgencyNode = z.infer<typeof AgencyNode>;

export const AgencyTree = z
  .object({ agencies: z.array(AgencyNode).readonly().describe("上级在前，下级在后") })
  .meta({ id: "AgencyTree", description: "本人可见的机关：任职的机关，以及所管理、所监督机关的下级" });
export type AgencyTree = z.infer<typeof AgencyTree>;

export const AgencyParams = z.object({ agency: AgencyCode });

/** POST /api/v1/agencies/:agency/subordinates; `:agency` is `platform` for an organ without a superior. */
export const AddAgency = z
  .strictObject({
    code: AgencyCode,
    name: NonEmptyLine(100),
    shortName: NonEmptyLine(40),
    kind: z.enum(AGENCY_KINDS),
    remedyKind: z.enum(ORGAN_KINDS).optional().describe("不填的，人民政府和乡镇街道按 government，其他按 department"),
    letterMark: NonEmptyLine(20).nullable().optional(),
    contact: Contact.optional(),
    settings: AgencySettings.optional(),
  })
  .meta({ id: "AddAgency" });
export type AddAgency = z.infer<typeof AddAgency>;

/** PATCH /api/v1/agencies/:agency; what is left out stays as it is. `contact` and `settings` are replaced whole. */
export const ChangeAgency = z
  .strictObject({
    version: Version,
    name: NonEmptyLine(100).optional(),
    shortName: NonEmptyLine(40).optional(),
    remedyKind: z.enum(ORGAN_KINDS).optional(),
    letterMark: NonEmptyLine(20).nullable().optional(),
    contact: Contact.optional(),
    settings: AgencySettings.optional(),
  })
  .meta({ id: "ChangeAgency" });
export type ChangeAgency = z.infer<typeof ChangeAgency>;

/** POST /api/v1/agencies/:agency/closure, and the same of a unit. */
export const Close = z.strictObject({ version: Version, on: DayText.optional().describe("撤销日期；不填为今天") }).meta({ id: "Close" });
export type Close = z.infer<typeof Close>;

export const Unit = z
  .object({ id: z.uuid(), name: z.string(), closedOn: z.string().nullable(), version: z.int() })
  .meta({ id: "Unit", description: "内设机构" });
export type Unit = z.infer<typeof Unit>;
export const UnitList = z.object({ units: z.array(Unit).readonly() }).meta({ id: "UnitList" });
export type UnitList = z.infer<typeof UnitList>;
export const UnitParams = AgencyParams.extend({ unit: z.uuid() });
export const AddUnit = z.strictObject({ name: NonEmptyLine(60) }).meta({ id: "AddUnit" });
export type AddUnit = z.infer<typeof AddUnit>;
export const RenameUnit = z.strictObject({ version: Version, name: NonEmptyLine(60) }).meta({ id: "RenameUnit" });
export type RenameUnit = z.infer<typeof RenameUnit>;
