import { PUBLICATION_KINDS } from "@gongkai/statute";
import { z } from "zod";
import { Day, Line, NeededLine, Sha256, Text, Version } from "./schema-parts.ts";
import { ATTRIBUTES, EXPIRES_AS, GENRES, keysOf, NORMATIVES } from "./words.ts";

export const ItemAgency = z.object({ agency: z.string() });
export const ItemParams = ItemAgency.extend({ item: z.uuid() });

export const GivenAttachment = z
  .strictObject({ sha256: Sha256, name: NeededLine(200).describe("下载时的文件名") })
  .meta({ id: "GivenAttachment" });

/** What a drafter writes; law.md §9.3. */
export const ItemDraft = z
  .strictObject({
    title: NeededLine(300),
    summary: Text(1_000).default("").describe("内容概述"),
    genre: z.enum(keysOf(GENRES)),
    entry: z.uuid().describe("主动公开基本目录的条目"),
    documentNumber: Line(80).default("").describe("发文字号"),
    unifiedNumber: Line(80).default("").describe("统一编号"),
    topic: Line(60).default("").describe("主题分类"),
    keywords: z.array(NeededLine(30)).max(20).default([]),
    publisher: Line(100).default("").describe("发布机构；不填为本机关"),
    source: Line(100).default("").describe("信息来源"),
    audience: Line(60).default("").describe("公开范围"),
    formedOn: Day.describe("形成或者变更之日，公开期限自次日起计算"),
    effectiveOn: Day.nullable().default(null).describe("实施日期"),
    validUntil: Day.nullable().default(null).describe("失效日期"),
    expiresOn: Day.nullable().default(null).describe("公开时限：最后一个公开日"),
    expiresAs: z.enum(keysOf(EXPIRES_AS)).default("stub"),
    normative: z.enum(keysOf(NORMATIVES)).nullable().default(null),
    publicationKind: z.enum(PUBLICATION_KINDS).default("general").describe("budget：预算、决算，另有法定期限"),
    html: z.string().max(5_000_000).describe("正文；脚本、样式、外部图片会被去除"),
    attachments: z.array(GivenAttachment).max(50).default([]),
    correction: Text(500).default("").describe("更正说明；只用于更正已经发布的信息"),
  })
  .meta({ id: "ItemDraft" });
export type ItemDraft = z.infer<typeof ItemDraft>;

export const ReviseItem = ItemDraft.extend({ version: Version }).meta({ id: "ReviseItem" });
export type ReviseItem = z.infer<typeof ReviseItem>;

/** 公开属性源头认定. */
export const MarkItem = z
  .strictObject({
    version: Version,
    attribute: z.enum(keysOf(ATTRIBUTES)),
    reason: Text(500).default("").describe("主动公开以外的属性必须填写"),
    basis: Line(200).default("").describe("依据，如《条例》第十六条第二款"),
    reviewAgainOn: Day.nullable().default(null).describe("重新审查日期（条例第十八条）；依申请公开、不予公开必须填写"),
    inheritedFrom: z
      .strictObject({ organ: NeededLine(100), documentNumber: NeededLine(80), attribute: z.enum(keysOf(ATTRIBUTES)) })
      .nullable()
      .default(null)
      .describe("转发文件的原文及其公开属性"),
  })
  .meta({ id: "MarkItem" });
export type MarkItem = z.infer<typeof MarkItem>;
