import { writePlainText } from "@gongkai/document/write";
import { ACTS, getOutcome } from "@gongkai/statute";
import { composeLetter } from "./compose-letter.ts";
import { exampleFacts } from "./example-facts.ts";
import { FIELDS } from "./letter-fields.ts";
import { LETTER_KINDS } from "./letter-kinds.ts";
import { type LetterKind, SERIES } from "./letter-kind.ts";

/** Every letter for made-up facts, as docs/letters.md: what an officer can review against the law. */
export function describeLetters(): string {
  const parts = LETTER_KINDS.map(describeLetter);
  return `# 文书

本文由程序按模板生成（\`server/src/letters/\`），案情、机关和人员均为虚构，供逐件审阅；改模板后运行测试并加 \`-u\` 更新。机关可以修改模板，必备内容不能缺少。

${parts.join("\n")}`;
}

function describeLetter(kind: LetterKind): string {
  const composed = composeLetter(kind.kind, exampleFacts(kind));
  const acts = kind.acts.map((name) => ACTS.find(({ act }) => act === name)?.label ?? name).join("、");
  const notes = [
    `用途：${kind.purpose}`,
    `依据：${kind.cites}。`,
    `随办理事项：${acts === "" ? "单独发出" : acts}。`,
    `文号：${kind.series === null ? "不编文号，存卷" : `机关代字${SERIES[kind.series]}〔年〕号`}。`,
    `必备内容：${kind.mandatory.map((field) => FIELDS[field].label).join("、")}。`,
    ...(kind.outcome === undefined ? [] : [`年度报告表三：${getOutcome(kind.outcome).rows["2021"]}（2021年版）。`]),
  ];
  const text = composed.ok ? writePlainText(composed.value) : composed.refusals.map((issue) => issue.text).join("\n");
  return `## ${kind.title}（${kind.kind}）

${notes.map((note) => `- ${note}`).join("\n")}

\`\`\`text
${text.replaceAll("\f", "（另页）").trim()}
\`\`\`
`;
}
