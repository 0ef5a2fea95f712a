import { findField, type FieldName, FIELDS } from "./letter-fields.ts";
import type { LetterKind } from "./letter-kind.ts";
import type { PrintedValues } from "./letter-values.ts";
import { PAGE_END, SIGNATURE } from "./wording.ts";

/**
 * Templates are lines of text with four signs:
 * `{补正事项}` a field · `[…]` left out when a field in it is empty · a line that begins with `|` is a row of a form ·
 * `〔落款〕`, `---` and `# ` stand for the signature, a page end and a heading.
 */
export type Piece = { readonly text: string } | { readonly field: FieldName } | { readonly optional: readonly Piece[] };

export interface TemplateFault {
  readonly code: string;
  readonly text: string;
}

/** A line in its pieces; what is wrong with it as sentences. */
export function parseLine(line: string): { readonly pieces: readonly Piece[]; readonly faults: readonly TemplateFault[] } {
  const faults: TemplateFault[] = [];
  const stack: Piece[][] = [[]];
  for (const [token] of line.matchAll(/\{[^{}]*\}|[[\]]|[^[\]{}]+|[{}]/g)) {
    const open = stack.at(-1) ?? [];
    if (token === "[") stack.push([]);
    else if (token === "]") {
      const inner = stack.length > 1 ? stack.pop() : undefined;
      if (inner === undefined) faults.push({ code: "brackets", text: `“${excerpt(line)}”中的方括号不成对` });
      else stack.at(-1)?.push({ optional: inner });
    } else if (token.startsWith("{") && token.endsWith("}") && token.length > 1) {
      const field = findField(token.slice(1, -1).trim());
      if (field === undefined) faults.push({ code: "unknown-field", text: `没有名为“${token.slice(1, -1)}”的字段` });
      else open.push({ field });
    } else if (token === "{" || token === "}") faults.push({ code: "brackets", text: `“${excerpt(line)}”中的花括号不成对` });
    else open.push({ text: token });
  }
  if (stack.length > 1) faults.push({ code: "brackets", text: `“${excerpt(line)}”中的方括号不成对` });
  return { pieces: stack[0] ?? [], faults };
}

/** Fields that a line prints whenever its letter is made: those outside of `[…]`, and the ones inside. */
export function fieldsOf(pieces: readonly Piece[]): readonly FieldName[] {
  return pieces.flatMap((piece) => ("field" in piece ? [piece.field] : "optional" in piece ? [...fieldsOf(piece.optional)] : []));
}

/** Everything that is wrong with a template: signs, unknown fields, mandatory parts that are missing. */
export function checkTemplate(kind: LetterKind, lines: readonly string[]): readonly TemplateFault[] {
  const parsed = lines.map(parseLine);
  const there = new Set(parsed.flatMap(({ pieces }) => pieces.flatMap((piece) => ("field" in piece ? [piece.field] : []))));
  const missing = kind.mandatory
    .filter((field) => !there.has(field))
    .map((field) => ({ code: field as string, text: `缺少必备内容“${FIELDS[field].label}”（在方括号外写“{${FIELDS[field].label}}”）` }));
  const signatures = lines.filter((line) => line.trim() === SIGNATURE).length;
  return [
    ...parsed.flatMap(({ faults }) => faults),
    ...missing,
    ...(signatures > 1 ? [{ code: "signature", text: "落款只能有一处" }] : []),
  ];
}

/** A line of the letter as it will stand. */
export type FilledLine =
  | { readonly kind: "paragraph" | "heading"; readonly text: string }
  | { readonly kind: "row"; readonly cells: readonly string[] }
  | { readonly kind: "signature" | "pageEnd" };

/** The lines with their fields filled in, and which fields are missing. A hole is shown as 【待填：…】. */
export function fillTemplate(
  kind: LetterKind,
  lines: readonly string[],
  values: PrintedValues,
): { readonly lines: readonly FilledLine[]; readonly missing: readonly FieldName[] } {
  const missing = new Set<FieldName>();
  const isMandatory = (field: FieldName) => kind.mandatory.includes(field);
  const fill = (pieces: readonly Piece[], isForm: boolean): string =>
    pieces
      .map((piece) => {
        if ("text" in piece) return piece.text;
        if ("optional" in piece) {
          const isEmpty = piece.optional.some((inner) => "field" in inner && values[inner.field] === "");
          return isEmpty ? "" : fill(piece.optional, isForm);
        }
        const value = values[piece.field];
        if (value !== "" || (isForm && !isMandatory(piece.field))) return value;
        missing.add(piece.field);
        return `【待填：${FIELDS[piece.field].label}】`;
      })
      .reduce(joinPieces, "");

  const filled = lines.flatMap((line): readonly FilledLine[] => {
    const trimmed = line.trim();
    if (trimmed === SIGNATURE) return [{ kind: "signature" }];
    if (trimmed === PAGE_END) return [{ kind: "pageEnd" }];
    if (trimmed.startsWith("|")) {
      const cells = trimmed.replace(/^\||\|$/g, "").split("|");
      return [{ kind: "row", cells: cells.map((cell) => fill(parseLine(cell).pieces, true)) }];
    }
    const isHeading = trimmed.startsWith("# ");
    const text = fill(parseLine(isHeading ? trimmed.slice(2) : trimmed).pieces, false);
    if (isHeading) return [{ kind: "heading", text }];
    return text
      .split("\n")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part, index, parts) => ({ kind: "paragraph", text: index === parts.length - 1 ? withStop(part) : part }));
  });
  return { lines: filled, missing: [...missing] };
}

/** A value may bring its own full stop; the sentence it stands in needs one only. */
function joinPieces(before: string, next: string): string {
  return /^[。；，、）]/u.test(next) ? before.replace(/[。；，、]+$/u, "") + next : before + next;
}

function withStop(text: string): string {
  return /[。！？：；…」』”]$/u.test(text) && !/[^。！？]”$/u.test(text) ? text : `${text}。`;
}

function excerpt(line: string): string {
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
