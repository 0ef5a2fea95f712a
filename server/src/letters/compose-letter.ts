import { createDocBuilder, type Doc } from "@gongkai/document";
import { feeFor, FEE_BY_ITEMS, FEE_BY_PAGES, inWords, priceOfUnit } from "@gongkai/statute";
import { checkTemplate, fillTemplate, type FilledLine } from "./fill-template.ts";
import { FIELDS } from "./letter-fields.ts";
import type { LetterFacts } from "./letter-facts.ts";
import { getLetterKind } from "./letter-kinds.ts";
import type { LetterKind } from "./letter-kind.ts";
import { checkValues, printedValues } from "./letter-values.ts";

/** A wording of a letter: ours, or an organ's own. */
export interface LetterTemplate {
  /** 0 is the one that comes with the program. */
  readonly version: number;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Something a letter lacks; `code` is the field. */
export interface LetterIssue {
  readonly code: string;
  readonly text: string;
}

export type ComposedLetter =
  | { readonly ok: true; readonly value: Doc }
  | { readonly ok: false; readonly refusal: "letter-incomplete"; readonly refusals: readonly LetterIssue[] };

/** The wording that comes with the program. */
export function ownTemplate({ title, lines }: LetterKind): LetterTemplate {
  return { version: 0, title, lines };
}

/**
 * A letter as a document, from facts alone: head, what its template says, remedy paragraph, seal and date. Refused while a
 * mandatory part is missing or a value cannot be what it should be; all of it is told at once.
 */
export function composeLetter(kind: string, facts: LetterFacts, template?: LetterTemplate): ComposedLetter {
  const { doc, issues } = draftLetter(kind, facts, template);
  return issues.length === 0 ? { ok: true, value: doc } : { ok: false, refusal: "letter-incomplete", refusals: issues };
}

/** The same for a preview: what is missing shows as a hole in the text. */
export function draftLetter(
  kind: string,
  facts: LetterFacts,
  template?: LetterTemplate,
): { readonly doc: Doc; readonly issues: readonly LetterIssue[] } {
  const letter = getLetterKind(kind);
  const { title, lines } = template ?? ownTemplate(letter);
  const values = printedValues(letter, facts);
  const filled = fillTemplate(letter, lines, values);
  const issues = [
    ...checkTemplate(letter, lines),
    ...filled.missing.map((field) => ({ code: field, text: `缺少“${FIELDS[field].label}”：${FIELDS[field].meaning}` })),
    ...checkValues(facts.fields),
    ...checkOnlineRemedy(facts, values.onlineRemedy),
    ...checkFee(letter, facts),
    ...checkPartial(letter, facts),
  ];
  return { doc: layOut(letter, { title, facts, lines: filled.lines }), issues };
}

/** ARL 22: a decision served through the internet names a channel on the internet for reconsideration. */
function checkOnlineRemedy({ isServedOnline, answer }: LetterFacts, channel: string): readonly LetterIssue[] {
  if (!isServedOnline || channel !== "" || answer === null || answer.remedy === "none") return [];
  return [{ code: "onlineRemedy", text: `缺少“${FIELDS.onlineRemedy.label}”：${FIELDS.onlineRemedy.meaning}` }];
}

/** The amount must be what the scheme makes of the number of pages or items. */
function checkFee({ kind }: LetterKind, { fields: { scheme, count = "", amount = "" } }: LetterFacts): readonly LetterIssue[] {
  const [units, yuan] = [Number(count), Number(amount)];
  if (kind !== "fee" || scheme === undefined || !Number.isInteger(units) || units < 1 || units > 100_000 || !(yuan > 0)) return [];
  const right = scheme === "pages" ? [feeFor(FEE_BY_PAGES, units)] : [priceOfUnit(FEE_BY_ITEMS, units), feeFor(FEE_BY_ITEMS, units)];
  if (right.includes(yuan)) return [];
  return [{ code: "amount", text: `收费金额与标准不符：按所填数量应为${[...new Set(right)].join("元或者")}元` }];
}

/** Articles that every partial answer cites; they do not tell why the rest is withheld. */
const OF_EVERY_PARTIAL = /第三十七条|第三十六条(?:第三项|(?!第))|(?<!\d)3[67](?!\d)(?:[（(]3[)）])?/g;

/** The remedy keys on the article by which the rest is withheld, so a partial answer has to name it. */
function checkPartial({ outcome }: LetterKind, { answer }: LetterFacts): readonly LetterIssue[] {
  if (outcome !== "partial" || answer === null) return [];
  const others = (answer.article ?? "").replace(OF_EVERY_PARTIAL, "");
  if (/第[一二三四五六七八九十]+条|\d/.test(others)) return [];
  return [{ code: "article", text: "部分公开的，“法律依据”应当写明其余内容不予公开所依据的条款（如第十五条），救济途径据此确定" }];
}

/** Head, body, signature. */
function layOut(
  letter: LetterKind,
  { title, facts, lines }: { readonly title: string; readonly facts: LetterFacts; readonly lines: readonly FilledLine[] },
): Doc {
  const { agency, addressee, number, code } = facts;
  const builder = createDocBuilder("docx");
  builder.heading(1, `${agency.name}\n${title}`);
  if (letter.series !== null) builder.paragraph(number ?? `${agency.mark}〔${facts.on.slice(0, 4)}〕　　号`, { align: "center" });
  if (letter.to !== "file") builder.paragraph(`${addressee.name}：`, { align: "left" });
  const sign = () => {
    if (letter.to === "file" && letter.outcome === undefined) return;
    builder.paragraph(`${agency.name}（印章）\n${inWords(facts.on)}`, { align: "right" });
    if (code !== null) builder.paragraph(`核验码：${code}`, { align: "left" });
  };
  let rows: (readonly string[])[] = [];
  const endForm = () => {
    if (rows.length > 0) builder.table(formRows(rows), { look: "form" });
    rows = [];
  };
  let isSigned = false;
  for (const line of lines) {
    if (line.kind !== "row") endForm();
    if (line.kind === "row") rows.push(line.cells);
    else if (line.kind === "paragraph") builder.paragraph(line.text);
    else if (line.kind === "heading") builder.heading(2, line.text);
    else if (line.kind === "pageEnd") builder.pageBreak();
    else {
      sign();
      isSigned = true;
    }
  }
  endForm();
  if (!isSigned) sign();
  return builder.build(`${agency.name}${title}`, "zh-CN");
}

/** Labels stand in the odd columns; the last cell of a short row takes what is left. */
function formRows(rows: readonly (readonly string[])[]) {
  const columns = Math.max(...rows.map((row) => row.length));
  return rows.map((row) =>
    row.map((text, column) => ({
      text,
      header: column % 2 === 0,
      columnSpan: column === row.length - 1 ? columns - column : 1,
    })),
  );
}
