import { createDocBuilder, type Doc } from "@gongkai/document";
import { inWords, plainDate } from "@gongkai/statute";
import { POST_ROLE_WORDS } from "../agencies/index.ts";
import type { ItemStanding } from "./fold-item.ts";
import { REVIEW_FORM } from "./review-form.ts";
import type { CheckAnswers, ReviewRound } from "./review-rounds.ts";
import { ANSWER_WORDS, ATTRIBUTES, REVIEW_CARRIERS, GENRES, keysOf, WAY_WORDS } from "./words.ts";

export const REVIEW_FORM_TITLE = "政府信息公开保密审查表";

interface FormFacts {
  readonly agencyName: string;
  /** At least one; the last is the one the form is of. */
  readonly rounds: readonly ReviewRound[];
  /** Names of people, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** The review form as a document: of the last round in full, of earlier rounds who said what. Undefined before the first round. */
export function composeReviewForm({ agencyName, rounds, names }: FormFacts): Doc | undefined {
  const round = rounds.at(-1);
  if (round === undefined) return undefined;
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""));
  const builder = createDocBuilder("docx");
  builder.heading(1, REVIEW_FORM_TITLE);
  builder.paragraph(`机关：${agencyName}`, { align: "left" });
  builder.heading(2, "一、送审的信息");
  builder.table(describeRound(round, nameOf), { look: "form" });
  builder.heading(2, "二、审查事项");
  builder.table(describeChecks(round));
  builder.heading(2, "三、审查意见");
  builder.table([...describeOpinions(round, nameOf), ...describeWaiting(round)], { look: "form" });
  builder.paragraph(`审查结果：${sayEnd(round)}`);
  const earlier = rounds.slice(0, -1);
  if (earlier.length > 0) {
    builder.heading(2, "四、以前各次送审");
    for (const one of earlier) {
      builder.paragraph(
        `第${one.number}次送审：${nameOf(one.submitter)}于${sayDay(one.submittedOn)}提交正文第${one.item.content.text.version}版。审查结果：${sayEnd(one)}`,
      );
      if (one.steps.length > 0) builder.table([OPINION_HEADS.map(head), ...describeSteps(one, nameOf)]);
    }
  }
  return builder.build(REVIEW_FORM_TITLE, "zh-CN");
}

const OPINION_HEADS = ["程序", "意见", "签署人", "日期"] as const;
const head = (text: string) => ({ text, header: true });
const sayDay = (date: string) => inWords(plainDate(date));

function describeRound({ item, form, submittedOn, submitter, number }: ReviewRound, nameOf: (id: string | null) => string) {
  const { content, mark } = item;
  const { fields } = content;
  const files = content.attachments.filter(({ isInline }) => !isInline);
  const wide = (label: string, text: string) => [head(label), { text, columnSpan: 3 }];
  const pair = (label: string, text: string, other: string, otherText: string) => [head(label), { text }, head(other), { text: otherText }];
  return [
    wide("标题", fields.title),
    pair("发文字号", orNone(fields.documentNumber), "体裁", GENRES[fields.genre]),
    pair("形成日期", sayDay(fields.formedOn), "载体", REVIEW_CARRIERS[form.carrier]),
    pair("公开属性", mark === null ? "未认定" : ATTRIBUTES[mark.attribute], "属性依据", mark === null ? "无" : orNone(mark.basis)),
    ...(mark === null || mark.reason === "" ? [] : [wide("属性理由", mark.reason)]),
    pair(
      "公开方式",
      form.ways.map((way) => WAY_WORDS[way]).join("、"),
      "计划日期",
      form.plannedOn === null ? "未定" : sayDay(form.plannedOn),
    ),
    pair("送审人", nameOf(submitter), "送审日期", sayDay(submittedOn)),
    pair("送审次数", `第${number}次`, "版本", `正文第${content.text.version}版，本表第${form.version}版`),
    wide("附件", files.length === 0 ? "无" : files.map(({ name }, index) => `${index + 1}. ${name}`).join("\n")),
    wide("系统筛查", sayScreening(item)),
    wide("送审说明", orNone(form.note)),
    wide("内容校验值", item.contentHash.replaceAll(/(.{32})(?=.)/g, "$1\n")),
  ];
}

function sayScreening({ screened, judged }: ItemStanding): string {
  if (screened === null) return "未筛查";
  const { blocking, warnings } = screened;
  const others = warnings === 0 ? "" : `；其他提示${warnings}处`;
  if (blocking.length === 0) return `没有发现须处理的问题${others}`;
  return `须处理的问题${blocking.length}处，其中认定可以公开${blocking.filter((key) => judged.has(key)).length}处${others}`;
}

/** The questions down, the drafter and each of those who answered any across. */
function describeChecks({ form, steps }: ReviewRound) {
  const answered = steps.filter(({ checks }) => Object.keys(checks).length > 0);
  const columns: readonly { readonly title: string; readonly checks: CheckAnswers }[] = [
    { title: "送审人", checks: form.checks },
    ...answered.map(({ role, checks }) => ({ title: sayRole(role), checks })),
  ];
  return [
    ["序号", "审查事项", ...columns.map(({ title }) => title)].map(head),
    ...REVIEW_FORM.checks.map(({ id, label }, index) => [
      { text: String(index + 1) },
      { text: label },
      ...columns.map(({ checks }) => ({ text: sayAnswer(checks[id]) })),
    ]),
  ];
}

function describeSteps({ steps }: ReviewRound, nameOf: (id: string | null) => string) {
  return steps.map(({ role, opinion, personId, on, isReturn }) =>
    [sayRole(role), isReturn ? `退回：${opinion}` : opinion, nameOf(personId), sayDay(on)].map((text) => ({ text })),
  );
}

/** As the paper form has it: beside the step its opinion, and below that who signed on which day. */
function describeOpinions({ steps }: ReviewRound, nameOf: (id: string | null) => string) {
  return steps.map(({ role, opinion, personId, on, isReturn }) => [
    head(sayRole(role)),
    { text: `${isReturn ? "退回：" : ""}${opinion}\n签署人：${nameOf(personId)}　　${sayDay(on)}` },
  ]);
}

/** Steps that nobody has come to yet, said to be so. */
function describeWaiting({ chain, steps, end }: ReviewRound) {
  if (end !== "open") return [];
  return chain.slice(steps.length).map((role) => [head(sayRole(role)), { text: "尚未审查" }]);
}

function sayEnd({ end, published }: ReviewRound): string {
  switch (end) {
    case "open":
      return "审查中，尚未全部同意。";
    case "passed":
      return "各程序全部同意，尚未发布。";
    case "returned":
      return "退回。";
    case "lapsed":
      return "送审后内容或者属性有变动，这次审查不再有效。";
    case "published":
      return published === null
        ? "已发布。"
        : `各程序全部同意，${sayDay(published.on)}发布，索引号${published.indexNumber}，公开第${published.publicVersion}版。`;
  }
}

function sayRole(role: string): string {
  return (POST_ROLE_WORDS as Readonly<Record<string, string>>)[role] ?? role;
}

function sayAnswer(answer: string | undefined): string {
  const known = keysOf(ANSWER_WORDS).find((key) => key === answer);
  return known === undefined ? "未填" : ANSWER_WORDS[known];
}

function orNone(text: string): string {
  return text === "" ? "无" : text;
}
