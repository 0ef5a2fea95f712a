import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The parts of a docx or xlsx package by name. */
export type OfficeParts = Readonly<Record<string, Uint8Array>>;

/** More than this unpacked is no office document of ours. */
const MOST_BYTES = 300 * 1024 * 1024;

/** Unpacks an office file; undefined when it is none, or larger unpacked than any should be. Sizes are held to what the file announces. */
export function openParts(bytes: Uint8Array): OfficeParts | undefined {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new RangeError("too large unpacked");
        return true;
      },
    });
    return "[Content_Types].xml" in parts ? parts : undefined;
  } catch {
    return undefined; // damaged, encrypted or a bomb: the caller says that it could not be read
  }
}

export function packParts(parts: OfficeParts): Uint8Array {
  // Content types first, as Office itself writes them.
  const { "[Content_Types].xml": types = new Uint8Array(), ...others } = parts;
  return zipSync({ "[Content_Types].xml": types, ...others }, { mtime: "2000-01-01T00:00:00Z" });
}

export function textOf(parts: OfficeParts, name: string): string {
  const bytes = parts[name];
  return bytes === undefined ? "" : strFromU8(bytes);
}

export function withText(parts: OfficeParts, name: string, text: string): OfficeParts {
  return { ...parts, [name]: strToU8(text) };
}

/** A package without some parts, and without the words that point to them. */
export function withoutParts(parts: OfficeParts, isGone: (name: string) => boolean): OfficeParts {
  const gone = new Set(Object.keys(parts).filter(isGone));
  if (gone.size === 0) return parts;
  const kept: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    if (gone.has(name) || (name.endsWith(".rels") && gone.has(ownerOf(name)))) continue;
    if (name === "[Content_Types].xml") kept[name] = strToU8(dropOverrides(strFromU8(bytes), gone));
    else if (name.endsWith(".rels")) kept[name] = strToU8(dropRelations(strFromU8(bytes), folderOf(ownerOf(name)), gone));
    else kept[name] = bytes;
  }
  return kept;
}

/** `xl/_rels/workbook.xml.rels` → `xl/workbook.xml`. */
function ownerOf(rels: string): string {
  return rels.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

function dropOverrides(types: string, gone: ReadonlySet<string>): string {
  return types.replaceAll(/<Override\b[^>]*\bPartName="\/?([^"]*)"[^>]*\/>/g, (whole, part: string) => (gone.has(part) ? "" : whole));
}

function dropRelations(rels: string, folder: string, gone: ReadonlySet<string>): string {
  return rels.replaceAll(/<Relationship\b[^>]*\/>/g, (whole) => {
    const target = /\bTarget="([^"]*)"/.exec(whole)?.[1] ?? "";
    return gone.has(resolvePart(folder, target)) ? "" : whole;
  });
}

/** Name of the part a relation's target means. */
export function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
