import { ItemDraft, type ItemPage, MarkItem } from "@gongkai/server/contract";
import { z } from "zod";

/** From the most open to the least: a forwarded document may not be opened wider than its original. */
const OPENNESS = ["proactive", "redacted", "onRequest", "withheld"] as const satisfies readonly MarkItem["attribute"][];

/**
 * What is sent: the draft, and with it the mark (公开属性源头认定). What the server would refuse of a mark is found here already,
 * since the draft is written before it.
 */
export const DraftForm = z
  .object({ ...ItemDraft.shape, mark: MarkItem.omit({ version: true }).extend({ today: z.string() }) })
  .superRefine(({ mark }, context) => {
    const { attribute, reason, reviewAgainOn, inheritedFrom, today } = mark;
    const wrong = (field: string, input: string) => context.addIssue({ code: "custom", path: ["mark", field], message: "wrong", input });
    if (attribute !== "proactive" && reason === "") wrong("reason", "");
    if (mustBeReviewedAgain(attribute) && reviewAgainOn === null) wrong("reviewAgainOn", "");
    if (reviewAgainOn !== null && reviewAgainOn <= today) wrong("reviewAgainOn", reviewAgainOn);
    if (inheritedFrom !== null && OPENNESS.indexOf(attribute) < OPENNESS.indexOf(inheritedFrom.attribute)) wrong("attribute", attribute);
  })
  .transform(({ mark: { today: _today, ...mark }, ...item }) => ({ ...item, mark }));

/** Sentences for what the schema cannot say in words. */
export const HINTS: Readonly<Partial<Record<keyof DraftValues, string>>> = {
  "mark.attribute": "转发的文件不能比原文公开得更多，请改为与原文一致或者更严的属性。",
  "mark.reviewAgainOn": "重新审查日期必须晚于今天。",
  "mark.inheritedFrom.attribute": "请选择原文的公开属性。",
  attachments: "附件的名称不能为空。",
};
export type DraftForm = z.infer<typeof DraftForm>;

export const AttachedFile = z.object({ sha256: z.string(), name: z.string(), mediaType: z.string(), size: z.number() });
export type AttachedFile = z.infer<typeof AttachedFile>;

/** What stands in the form; texts throughout, named by the paths of what is sent. */
export const DraftValues = z.object({
  title: z.string(),
  summary: z.string(),
  genre: z.string(),
  entry: z.string(),
  documentNumber: z.string(),
  unifiedNumber: z.string(),
  topic: z.string(),
  keywords: z.string(),
  publisher: z.string(),
  source: z.string(),
  audience: z.string(),
  formedOn: z.string(),
  effectiveOn: z.string(),
  validUntil: z.string(),
  expiresOn: z.string(),
  expiresAs: z.string(),
  normative: z.string(),
  publicationKind: z.string(),
  html: z.string(),
  attachments: z.array(AttachedFile),
  correction: z.string(),
  "mark.attribute": z.string(),
  "mark.reason": z.string(),
  "mark.basis": z.string(),
  "mark.reviewAgainOn": z.string(),
  "mark.inheritedFrom.organ": z.string(),
  "mark.inheritedFrom.documentNumber": z.string(),
  "mark.inheritedFrom.attribute": z.string(),
});
export type DraftValues = z.infer<typeof DraftValues>;

export const LABELS: Readonly<Record<keyof DraftValues, string>> = {
  title: "名称（标题）",
  entry: "目录条目",
  formedOn: "成文日期",
  "mark.attribute": "公开属性",
  "mark.reason": "理由",
  "mark.basis": "依据",
  "mark.reviewAgainOn": "重新审查日期",
  "mark.inheritedFrom.organ": "原文制发机关",
  "mark.inheritedFrom.documentNumber": "原文文号",
  "mark.inheritedFrom.attribute": "原文的公开属性",
  html: "正文",
  attachments: "附件",
  genre: "体裁",
  documentNumber: "发文字号",
  summary: "内容概述",
  topic: "主题分类",
  keywords: "关键词",
  publisher: "发布机构",
  source: "信息来源",
  audience: "公开范围",
  effectiveOn: "实施日期",
  normative: "规范性文件",
  validUntil: "失效日期",
  unifiedNumber: "统一编号",
  publicationKind: "法定期限",
  expiresOn: "公开时限",
  expiresAs: "期满后",
  correction: "更正说明",
};

export function emptyDraft(today: string): DraftValues {
  const texts = Object.fromEntries(Object.keys(LABELS).map((name) => [name, ""]));
  return {
    ...texts,
    formedOn: today,
    genre: "circular",
    expiresAs: "stub",
    publicationKind: "general",
    attachments: [],
  } as unknown as DraftValues; // every other field is a text
}

/** An item as the form shows it. */
export function draftOf({ draft, html, attachments, mark }: ItemPage): DraftValues {
  const inherited = Inherited.safeParse(mark?.inheritedFrom);
  return {
    ...draft,
    keywords: draft.keywords.join("、"),
    effectiveOn: draft.effectiveOn ?? "",
    validUntil: draft.validUntil ?? "",
    expiresOn: draft.expiresOn ?? "",
    normative: draft.normative ?? "",
    html: html ?? "",
    attachments: attachments
      .filter(({ isInline }) => !isInline)
      .map(({ sha256, name, mediaType, size }) => ({ sha256, name, mediaType, size })),
    correction: "",
    "mark.attribute": mark?.attribute ?? "",
    "mark.reason": mark?.reason ?? "",
    "mark.basis": mark?.basis ?? "",
    "mark.reviewAgainOn": mark?.reviewAgainOn ?? "",
    "mark.inheritedFrom.organ": inherited.data?.organ ?? "",
    "mark.inheritedFrom.documentNumber": inherited.data?.documentNumber ?? "",
    "mark.inheritedFrom.attribute": inherited.data?.attribute ?? "",
  };
}

const Inherited = z.object({ organ: z.string(), documentNumber: z.string(), attribute: z.string() });

/** What is sent: empty dates as null, keywords apart, reasons only where the attribute asks for them. */
export function toDraftForm(values: DraftValues, today: string): unknown {
  const orNull = (text: string) => (text === "" ? null : text);
  const item = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("mark.")));
  const organ = values["mark.inheritedFrom.organ"];
  const isWithheld = mustBeReviewedAgain(values["mark.attribute"]);
  return {
    ...item,
    keywords: values.keywords.split(/[、,，;；\s]+/).filter((word) => word !== ""),
    effectiveOn: orNull(values.effectiveOn),
    validUntil: orNull(values.validUntil),
    expiresOn: orNull(values.expiresOn),
    normative: orNull(values.normative),
    attachments: values.attachments.map(({ sha256, name }) => ({ sha256, name })),
    mark: {
      today,
      attribute: values["mark.attribute"],
      reason: values["mark.attribute"] === "proactive" ? "" : values["mark.reason"].trim(),
      basis: values["mark.attribute"] === "proactive" ? "" : values["mark.basis"],
      reviewAgainOn: isWithheld ? orNull(values["mark.reviewAgainOn"]) : null,
      inheritedFrom:
        organ === ""
          ? null
          : { organ, documentNumber: values["mark.inheritedFrom.documentNumber"], attribute: values["mark.inheritedFrom.attribute"] },
    },
  };
}

/** Art. 18: what is not published of itself is looked at again some day. */
export function mustBeReviewedAgain(attribute: string): boolean {
  return attribute === "onRequest" || attribute === "withheld";
}

/** Whether the mark is another than before: marking anew undoes signatures, so it is sent only then. */
export function isMarkedAnew(mark: DraftForm["mark"], before: ItemPage["mark"]): boolean {
  if (before === null) return true;
  const { inheritedFrom, ...rest } = mark;
  const known = Inherited.safeParse(before.inheritedFrom).data ?? null;
  const isSame = (["attribute", "reason", "basis", "reviewAgainOn"] as const).every((name) => rest[name] === before[name]);
  return !isSame || JSON.stringify(sorted(inheritedFrom)) !== JSON.stringify(sorted(known));
}

function sorted(value: object | null): unknown {
  return value === null ? null : Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
