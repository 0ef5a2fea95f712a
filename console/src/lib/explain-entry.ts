import type { z } from "zod";
import type { ProblemIssue } from "./problem.ts";

/** What is wrong with a form, by field: the path with dots, e.g. `organ.name`; "" for the whole. */
export type EntryErrors = Readonly<Record<string, string>>;

/** What the form calls its fields. */
export type Labels = Readonly<Record<string, string>>;

/** Puts the schema's findings into Chinese sentences, one for each field. A form's own sentences (`hints`) come first. */
export function explainEntry(issues: readonly z.core.$ZodIssue[], labels: Labels, hints: Labels = {}): EntryErrors {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = findField(issue.path.map(String), labels);
    errors[field] ??= sentence(issue, labels[field] ?? "填写的内容", hints[field]);
  }
  return errors;
}

/** The same for what the server found; its sentences are Chinese already, but name fields as programs do. */
export function explainAnswered(issues: readonly ProblemIssue[], labels: Labels): EntryErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = findField(path.split("/").filter(Boolean), labels);
    const label = labels[field];
    errors[field] ??= label === undefined ? message : message.replace(/^“[^”]*”/, label);
  }
  return errors;
}

/** The longest beginning of the path that is a field of the form. */
function findField(path: readonly string[], labels: Labels): string {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join(".");
    if (labels[name] !== undefined) return name;
  }
  return path.join(".");
}

function sentence(issue: z.core.$ZodIssue, label: string, hint: string | undefined): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) <= 1 ? `请填写${label}。` : (hint ?? `${label}不能少于 ${issue.minimum}。`);
    case "too_big":
      return issue.origin === "string" ? `${label}不能超过 ${issue.maximum} 个字。` : `${label}不能多于 ${issue.maximum}。`;
    case "invalid_type":
    case "invalid_union":
      return issue.input === undefined || issue.input === null || issue.input === ""
        ? `请填写${label}。`
        : (hint ?? `${label}不符合要求。`);
    default:
      return isEmpty(issue.input) ? `请填写${label}。` : (hint ?? `${label}格式不对，请检查。`);
  }
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === "";
}
