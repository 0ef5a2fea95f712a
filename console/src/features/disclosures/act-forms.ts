import {
  ChangeValidity,
  GiveReason,
  type ItemPage,
  LinkInterpretation,
  ReviewAgain,
  ScheduleItem,
  WithdrawItem,
} from "@gongkai/server/contract";
import type { z } from "zod";
import type { Labels } from "../../lib/explain-entry.ts";
import type { ItemActPath } from "./api/items.ts";

export type ActValues = Readonly<Record<string, string | boolean>>;

export interface ActField {
  readonly name: string;
  readonly kind: "text" | "lines" | "day" | "time" | "validity" | "tick" | "item";
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
}

/** An act that is done by filling in a form, or without fields by confirming it. */
export interface ActForm {
  /** As the server lists it among the acts offered. */
  readonly act: string;
  readonly path: ItemActPath;
  readonly label: string;
  /** What will follow. */
  readonly lead: string;
  readonly isDanger?: boolean;
  readonly fields: readonly ActField[];
  readonly schema?: z.ZodType;
}

const REASON: ActField = { name: "reason", kind: "lines", label: "理由" };
const WITHDRAWAL: readonly ActField[] = [
  { ...REASON, label: "向公众说明的理由", help: "原网址上会显示，不要写出不宜公开的内容本身。如“内容有误，更正后重新发布”。" },
  { name: "publicTitle", kind: "text", label: "保留页上的标题", help: "标题本身不宜公开时，换一个标题；不填用原标题。", isOptional: true },
  {
    name: "eraseTexts",
    kind: "tick",
    label: "同时清除正文的所有版本",
    help: "涉及国家秘密、个人隐私泄露时勾选，清除后不能恢复。",
    isOptional: true,
  },
];

/** Acts with their forms, in the order in which the page offers them. */
export const ACT_FORMS: readonly ActForm[] = [
  {
    act: "publish",
    path: "publication",
    label: "立即发布",
    lead: "发布后公众马上可以看到，生成索引号，并以本机关的密钥签名。",
    fields: [],
  },
  {
    act: "schedule",
    path: "schedule",
    label: "定时发布",
    lead: "到时间自动发布，期间内容有变动的自动停下。",
    fields: [
      { name: "day", kind: "day", label: "发布日期" },
      { name: "time", kind: "time", label: "发布时间", help: "24小时制，如 09:00，北京时间" },
    ],
    schema: ScheduleItem,
  },
  { act: "unschedule", path: "unschedule", label: "取消定时", lead: "回到“审查通过”，审查结果保留。", fields: [] },
  {
    act: "return",
    path: "return",
    label: "退回修改",
    lead: "退给承办人修改。改后重新筛查、重新走完审查程序。",
    fields: [{ ...REASON, label: "退回的理由", help: "写清哪里要改、怎样改。" }],
    schema: GiveReason,
  },
  {
    act: "approveTakeDown",
    path: "take-down-approval",
    label: "补批紧急撤下",
    lead: "确认紧急撤下是适当的。撤下与补批由两人办理。",
    fields: [],
  },
  {
    act: "withdraw",
    path: "withdrawal",
    label: "撤回",
    lead: "公众不再看到正文和附件；原网址保留标题、撤回时间和理由。",
    isDanger: true,
    fields: WITHDRAWAL,
    schema: WithdrawItem,
  },
  {
    act: "takeDown",
    path: "take-down",
    label: "紧急撤下",
    lead: "发现泄露秘密或者隐私时立即撤下，事后由领导补批。",
    isDanger: true,
    fields: WITHDRAWAL,
    schema: WithdrawItem,
  },
  {
    act: "changeValidity",
    path: "validity",
    label: "变更效力状态",
    lead: "文件被修改、废止或者失效的，在这里登记；公众页面上随即注明，年度报告第二部分据此统计。",
    fields: [
      { name: "validity", kind: "validity", label: "效力状态" },
      { name: "on", kind: "day", label: "自何日起" },
      { name: "note", kind: "text", label: "依据", help: "如 云溪县人民政府令第3号" },
    ],
    schema: ChangeValidity,
  },
  {
    act: "linkInterpretation",
    path: "interpretation",
    label: "关联所解读的文件",
    lead: "这份信息是政策解读时，选择它解读的文件；两边的公众页面互相链接。",
    fields: [{ name: "document", kind: "item", label: "被解读的文件" }],
    schema: LinkInterpretation,
  },
  {
    act: "reviewAgain",
    path: "re-review",
    label: "重新审查",
    lead: "条例第十八条：对不予公开的信息定期评估，因情势变化可以公开的，应当公开。",
    fields: [
      { name: "conclusion", kind: "lines", label: "审查结论" },
      {
        name: "nextOn",
        kind: "day",
        label: "下次重新审查日期",
        help: "继续不公开的填写；改为公开的不填，随后重新认定属性。",
        isOptional: true,
      },
    ],
    schema: ReviewAgain,
  },
  { act: "archive", path: "archive", label: "归档", lead: "归档后不再办理。", fields: [] },
  {
    act: "discard",
    path: "discard",
    label: "作废草稿",
    lead: "作废后不能恢复；已经公开过的信息只能撤回，不能作废。",
    isDanger: true,
    fields: [],
  },
];

export function findActForm(act: string): ActForm | undefined {
  return ACT_FORMS.find((form) => form.act === act);
}

/** Labels of the fields; the schema's own name for a time put together from two fields leads to the first. */
export function labelsOf({ fields, act }: ActForm): Labels {
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return act === "schedule" ? { ...labels, at: "发布日期和时间" } : labels;
}

export function emptyAct({ fields }: ActForm, today: string): ActValues {
  return Object.fromEntries(
    fields.map(({ name, kind }) => [
      name,
      kind === "tick" ? false : kind === "day" && name === "on" ? today : kind === "time" ? "09:00" : "",
    ]),
  );
}

/** What is sent for an act, with the version its caller saw. */
export function toAct({ act, fields }: ActForm, values: ActValues, version: ItemPage["item"]["version"]): Record<string, unknown> {
  if (act === "schedule") return { version, at: toInstant(String(values["day"]), String(values["time"])) };
  const sent = fields.map(({ name, kind, isOptional }) => [
    name,
    kind === "day" && isOptional === true && values[name] === "" ? null : values[name],
  ]);
  return { version, ...Object.fromEntries(sent) };
}

/** A time in Beijing as an instant, or what cannot be read as it stands. */
export function toInstant(day: string, time: string): string {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(time.trim()) ?? [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || hour === undefined || minute === undefined) return "";
  // oxlint-disable-next-line no-restricted-globals -- a given time, no clock is asked
  return new Date(`${day}T${hour.padStart(2, "0")}:${minute}:00+08:00`).toISOString();
}
