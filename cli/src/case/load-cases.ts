import { readFile } from "node:fs/promises";
import { type CaseFile, describeCaseProblem, parseCases } from "@gongkai/statute";

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
  const told = parsed.problems.slice(0, TOLD).map(describeCaseProblem).join("；");
  const rest = parsed.problems.length > TOLD ? `；另有${parsed.problems.length - TOLD}处` : "";
  return { file, error: { refusal: parsed.refusal, message: `不是有效的案件文件：${told}${rest}。` } };
}
