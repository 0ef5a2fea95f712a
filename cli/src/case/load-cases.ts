import { readFile } from "node:fs/promises";
import { type CaseFile, type CaseProblem, parseCases } from "@gongkai/statute";

/** A case file as read, or why it could not be: a code for programs and one Chinese sentence. */
export type LoadedCases =
  | { readonly file: string; readonly cases: readonly CaseFile[] }
  | { readonly file: string; readonly error: { readonly refusal: string; readonly message: string } };

/** How many problems are told one by one. */
const TOLD = 5;

/** Reads a file of one case, an array of cases, or one case per line. */
export async function loadCases(file: string): Promise<LoadedCases> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const message = code === "ENOENT" ? "没有这个文件。" : code === "EISDIR" ? "这是文件夹，请给出文件。" : "无法打开文件。";
    return { file, error: { refusal: "not-found", message } };
  }
  const parsed = parseCases(text);
  if (parsed.ok) return { file, cases: parsed.value };
  const told = parsed.problems.slice(0, TOLD).map(describeProblem).join("；");
  const rest = parsed.problems.length > TOLD ? `；另有${parsed.problems.length - TOLD}处` : "";
  return { file, error: { refusal: parsed.refusal, message: `不是有效的案件文件：${told}${rest}。` } };
}

const PROBLEMS = {
  "empty-file": "文件是空的",
  "not-json": "不是有效的 JSON",
  "not-an-object": "结构不对",
  missing: "缺少内容",
  "not-a-date": "不是日期（应如 2026-03-02）",
  "not-one-of": "不在可用的取值之内",
  "not-a-text": "应为文字",
  "not-a-number": "应为正整数",
} as const satisfies Record<CaseProblem["problem"], string>;

function describeProblem({ case: number, at, problem, found, allowed }: CaseProblem): string {
  const where = at === "" ? `第${number}件` : `第${number}件 ${at}`;
  const value = found === undefined ? "" : `，现为 ${found}`;
  const choice = allowed === undefined ? "" : `，可用：${allowed.join(" ")}`;
  return `${where}：${PROBLEMS[problem]}${value}${choice}`;
}
