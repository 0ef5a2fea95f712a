import { escapeXml } from "./escape-xml.ts";

/** A run of text; a line break and a tab are elements of their own, as Word writes them. */
export function textRun(text: string): string {
  if (text === "") return "";
  const pieces = text.split(/([\n\t])/u).map((piece) => {
    if (piece === "\n") return "<w:br/>";
    if (piece === "\t") return "<w:tab/>";
    return piece === "" ? "" : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${pieces.join("")}</w:r>`;
}
