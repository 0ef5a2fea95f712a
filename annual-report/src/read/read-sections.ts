import type { Block, Doc } from "@gongkai/document";
import type { Sections } from "../report.ts";
import type { SectionHeading } from "./section-heading.ts";
import type { Regions } from "./regions.ts";

/** The three text sections; null where a section is not in the document, "" never. */
export function readSections(doc: Doc, headings: readonly SectionHeading[], regions: Regions): Sections {
  return {
    overview: textOf(doc, headings, "overview") ?? openingText(doc, headings, regions),
    problems: textOf(doc, headings, "problems"),
    other: textOf(doc, headings, "other"),
  };
}

function textOf(doc: Doc, headings: readonly SectionHeading[], section: keyof Sections): string | null {
  const index = headings.findIndex((heading) => heading.section === section);
  const heading = headings[index];
  if (!heading) return null;
  const next = headings.slice(index + 1).find((later) => later.block > heading.block);
  const blocks = doc.blocks.slice(heading.block + 1, next?.block);
  return joinText([heading.rest, ...blocks.map(proseOf)]);
}

/** Without a heading 一、总体情况: what stands between the title and the first table or heading. */
function openingText(doc: Doc, headings: readonly SectionHeading[], regions: Regions): string | null {
  const end = headings[0]?.block ?? regions.table2[0]?.block ?? regions.table3[0]?.block;
  if (end === undefined || end < 1) return null;
  return joinText(doc.blocks.slice(0, end).map((block) => (block.kind === "paragraph" && block.text.length > 40 ? block.text : "")));
}

function proseOf(block: Block): string {
  return block.kind === "paragraph" || block.kind === "heading" ? block.text.trim() : "";
}

function joinText(parts: readonly string[]): string | null {
  const text = parts.filter((part) => part !== "").join("\n");
  return text === "" ? null : text;
}
