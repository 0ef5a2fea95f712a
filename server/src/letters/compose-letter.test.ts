import { readDocument } from "@gongkai/document/read";
import { writePlainText } from "@gongkai/document/write";
import { getOutcome, OUTCOME_CODES, OUTCOMES, plainDate, remedyVariant } from "@gongkai/statute";
import { describe, expect, test } from "vitest";
import { composeLetter, ownTemplate } from "./compose-letter.ts";
import { consequencesOf } from "./consequences.ts";
import { AN_AGENCY, AN_APPLICATION, answerFacts, exampleFacts } from "./example-facts.ts";
import { checkTemplate, fillTemplate } from "./fill-template.ts";
import { FIELDS } from "./letter-fields.ts";
import type { LetterFacts } from "./letter-facts.ts";
import { LETTER_KINDS } from "./letter-kinds.ts";
import { printedValues } from "./letter-values.ts";
import { EITHER_WAY, FIRST_RECONSIDER } from "./remedy-paragraph.ts";
import { renderLetter } from "./render-letter.ts";

function textOf(kind: string, facts: LetterFacts): string {
  const composed = composeLetter(kind, facts);
  if (!composed.ok) throw new Error(composed.refusals.map(({ text }) => text).join());
  return writePlainText(composed.value);
}

/** The remedy paragraph a letter carries, told by what it says. */
function remedyIn(text: string): string {
  if (text.includes(FIRST_RECONSIDER)) return "reconsiderFirst";
  return text.includes(EITHER_WAY) ? "either" : "none";
}

describe("the letters of the process", () => {
  test("every outcome has its letter, under statute's name", () => {
    expect(LETTER_KINDS.flatMap(({ outcome = [] }) => outcome)).toEqual([...OUTCOME_CODES]);
    for (const { code, letter } of OUTCOMES) expect(consequencesOf(code, plainDate("2026-03-16")).title.endsWith(letter)).toBe(true);
  });

  test.each(LETTER_KINDS.map((kind) => [kind.kind, kind] as const))(
    "%s is whole for facts that are whole, and its template passes its own check",
    (_name, kind) => {
      expect(composeLetter(kind.kind, exampleFacts(kind))).toMatchObject({ ok: true });
      expect(checkTemplate(kind, kind.lines)).toEqual([]);
    },
  );

  test.each(LETTER_KINDS.map((kind) => [kind.kind, kind] as const))("%s signs on no page without words above", async (_name, kind) => {
    const composed = composeLetter(kind.kind, exampleFacts(kind));
    if (!composed.ok) throw new Error(composed.refusal);
    const read = await readDocument(await renderLetter(composed.value, "pdf", "2026-03-16"));
    if (!read.ok) throw new Error(read.message);
    const first = read.doc.blocks.filter(({ at }, index, blocks) => at.page !== blocks[index - 1]?.at.page);
    for (const block of first) {
      expect(block.kind === "paragraph" ? block.text : "", `page ${block.at.page}`).not.toMatch(/^核验码|（印章）|^\d{4}年\d+月\d+日$/u);
    }
  });

  test.each(LETTER_KINDS.map((kind) => [kind.kind, kind] as const))("%s lets no mandatory part be missing", (_name, kind) => {
    const values = printedValues(kind, exampleFacts(kind));
    for (const field of kind.mandatory) {
      expect(fillTemplate(kind, kind.lines, { ...values, [field]: "" }).missing).toContain(field);
      const without = kind.lines.map((line) => line.replaceAll(`{${FIELDS[field].label}}`, ""));
      expect(checkTemplate(kind, without).map(({ code }) => code)).toContain(field);
    }
  });

  test("send nobody to a superior department, as letters before 2024 did", () => {
    const texts = OUTCOME_CODES.map((outcome) => textOf(`answer.${outcome}`, answerFacts(outcome)));
    expect(texts.filter((text) => text.includes("上一级主管部门"))).toEqual([]);
  });
});

describe("the remedy paragraph", () => {
  const dates = ["2020-06-01", "2023-12-31", "2024-01-01", "2026-03-16", "2030-12-31"];
  const articles = [undefined, "第三十七条、第十五条", "第三十七条、第十六条第二款", "第三十七条、第三十六条第五项"];
  const cases = OUTCOME_CODES.flatMap((outcome) =>
    dates.flatMap((on) => (outcome === "partial" ? articles : [undefined]).map((article) => ({ outcome, on, article }))),
  );
  test.each(cases)("of $outcome on $on ($article) is statute's variant", ({ outcome, on, article }) => {
    const facts = answerFacts(outcome, { on, ...(article === undefined ? {} : { article }) });
    const cited = facts.answer?.article ?? undefined;
    const wanted = remedyVariant(outcome, { on: plainDate(on), ...(cited === undefined ? {} : { article: cited }) });
    expect(remedyIn(textOf(`answer.${outcome}`, facts))).toBe(wanted === "configurable" ? "either" : wanted);
  });

  test.each([
    ["department", "2026-03-16", "云溪县人民政府申请行政复议"],
    ["department", "2023-06-01", "云溪县人民政府或者上一级主管部门申请行政复议"],
    ["government", "2026-03-16", "云溪县人民政府申请行政复议"],
    ["provincialGovernment", "2026-03-16", "云溪县教育局申请行政复议"],
    ["vertical", "2026-03-16", "上一级主管部门申请行政复议"],
    ["justice", "2026-03-16", "云溪县人民政府或者上一级司法行政部门申请行政复议"],
  ] as const)("of a %s on %s names %s", (remedyKind, on, expected) => {
    const facts = answerFacts("nonexistent", { on });
    expect(textOf("answer.nonexistent", { ...facts, agency: { ...AN_AGENCY, remedyKind } })).toContain(`向${expected}`);
  });

  test("names the internet channel when the letter is served by the internet, and is refused without one", () => {
    const facts = { ...answerFacts("granted"), isServedOnline: true };
    expect(composeLetter("answer.granted", facts)).toMatchObject({ ok: false, refusals: [{ code: "onlineRemedy" }] });
    const withChannel = { ...facts, fields: { ...facts.fields, onlineRemedy: "云溪县人民政府网站“行政复议”栏目" } };
    expect(textOf("answer.granted", withChannel)).toContain("互联网渠道提交申请：云溪县人民政府网站“行政复议”栏目。");
  });

  test("is refused for a partial answer that does not say by what the rest is withheld", () => {
    for (const article of ["第三十七条", "第三十七条、第三十六条第三项", ""]) {
      expect(composeLetter("answer.partial", answerFacts("partial", { article }))).toMatchObject({
        ok: false,
        refusals: [{ code: "article" }],
      });
    }
  });
});

describe("a letter", () => {
  test("tells everything that is missing at once", () => {
    const facts = { ...answerFacts("denied.process"), fields: {}, agency: { ...AN_AGENCY, contact: {} } };
    expect(composeLetter("answer.denied.process", facts)).toMatchObject({
      ok: false,
      refusal: "letter-incomplete",
      refusals: [{ code: "reason" }, { code: "contact" }],
    });
  });

  test("calls an organisation 贵单位 and leaves out what does not apply", () => {
    const application = { ...AN_APPLICATION, applicant: { name: "云溪县某公司", kind: "business" as const } };
    const text = textOf("answer.granted", {
      ...answerFacts("granted"),
      application,
      addressee: { name: "云溪县某公司", kind: "organisation" },
    });
    expect(text).toContain("云溪县某公司：");
    expect(text).toContain("贵单位申请公开的政府信息可以公开");
    expect(text).not.toContain("补正材料");
  });

  test("takes nothing typed for a field of its template", () => {
    const facts = answerFacts("denied.process");
    expect(textOf("answer.denied.process", { ...facts, fields: { reason: "原文写作{救济途径}[一]|二" } })).toContain(
      "理由如下：原文写作{救济途径}[一]|二。",
    );
  });

  test("refuses a fee that the standard does not give", () => {
    const fee = LETTER_KINDS.find(({ kind }) => kind === "fee");
    if (fee === undefined) throw new Error("no fee notice");
    const facts = exampleFacts(fee);
    expect(composeLetter("fee", { ...facts, fields: { ...facts.fields, amount: "381" } })).toMatchObject({
      ok: false,
      refusals: [{ code: "amount", text: "收费金额与标准不符：按所填数量应为380元" }],
    });
  });

  test("is the same bytes each time in every format", async () => {
    const composed = composeLetter("answer.partial", answerFacts("partial"));
    if (!composed.ok) throw new Error(composed.refusal);
    for (const format of ["docx", "pdf", "html"] as const) {
      const [one, other] = [
        await renderLetter(composed.value, format, "2026-03-16"),
        await renderLetter(composed.value, format, "2026-03-16"),
      ];
      expect(Buffer.from(one).equals(Buffer.from(other)), format).toBe(true);
    }
  });

  test("follows an organ's own wording", () => {
    const facts = answerFacts("granted");
    const [kind] = LETTER_KINDS.filter(({ kind: name }) => name === "answer.granted");
    if (kind === undefined) throw new Error("no letter");
    const lines = [...kind.lines, "感谢{称谓}对政府工作的关注[，联系人：{代理人}]。"];
    const composed = composeLetter(kind.kind, facts, { ...ownTemplate(kind), version: 1, lines });
    expect(composed.ok && writePlainText(composed.value)).toContain("感谢您对政府工作的关注。");
  });
});

test("statute's cites say where every article comes from", () => {
  for (const code of OUTCOME_CODES) {
    const { article } = consequencesOf(code, plainDate("2026-03-16"));
    expect(article === "", code).toBe(getOutcome(code).cites.includes("无专条"));
  }
});
