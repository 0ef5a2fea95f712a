import type { Doc } from "@gongkai/document";
import type { Sections } from "../report.ts";
import { linesOf, type SectionHeading } from "./section-heading.ts";

/** The three text sections; null where a section is not in the document, "" never. `tablesFrom` is where tables begin. */
export function readSections(doc: Doc, headings: readonly SectionHeading[], tablesFrom: number): Sections {
  return {
    overview: headings.some(({ section }) => section === "overview")
      ? textOf(doc, headings, "overview")
      : openingText(doc, headings, tablesFrom),
    problems: textOf(doc, headings, "problems"),
    other: textOf(doc, headings, "other"),
  };
}

function textOf(doc: Doc, headings: readonly SectionHeading[], section: keyof Sections): string | null {
  const heading = headings.find((found) => found.section === section);
  if (!heading) return null;
  const next = headings.find((later) => later.start > heading.start);
  return joinText([heading.rest, ...textsBetween(doc, heading.end, next?.start ?? Number.POSITIVE_INFINITY)]);
}

/** Without a heading 一、总体情况: what stands before the first heading or table, titles and short lines left out. */
function openingText(doc: Doc, headings: readonly SectionHeading[], tablesFrom: number): string | null {
  const end = Math.min(headings[0]?.start ?? tablesFrom, tablesFrom);
  return Number.isFinite(end) ? joinText(textsBetween(doc, 0, end).filter((text) => text.length > 40)) : null;
}

function textsBetween(doc: Doc, from: number, to: number): string[] {
  const texts: string[] = [];
  for (const block of doc.blocks) {
    if (block.at.end <= from && block.at.end > block.at.start) continue;
    if (block.at.start >= to) break;
    for (const line of linesOf(block)) if (line.at.start >= from && line.at.start < to) texts.push(line.text.trim());
  }
  return texts;
}

function joinText(parts: readonly string[]): string | null {
  const text = parts.filter((part) => part !== "").join("\n");
  return text === "" ? null : text;
}
