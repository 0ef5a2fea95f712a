/** Emphasis marks that Markdown leaves in text that is otherwise plain. */
export function withoutMarks(text: string): string {
  return text.includes("**") ? text.replaceAll("**", "").trim() : text;
}
