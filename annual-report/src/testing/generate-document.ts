import type { Doc } from "@gongkai/document";
import { DAMAGES, type Damage } from "./damages/index.ts";
import { type Draft, makeDraft, type Truth } from "./draft.ts";
import { generateCells, type Magnitude } from "./generate-cells.ts";
import { LAYOUTS, type Layout } from "./layouts/index.ts";
import { generateAgency, generateProse, generateTitle } from "./prose.ts";
import { createRandom, type Random } from "./random.ts";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030";

/** A made-up annual report, damaged in known ways, with what a careful person would read in it. */
export interface GeneratedDocument {
  readonly seed: number;
  /** File name with the extension of its format. */
  readonly name: string;
  readonly layout: string;
  /** Damages done, in order; empty for a sound document. */
  readonly kinds: readonly string[];
  readonly truth: Truth;
  /** Text with the encoding to store it in, or a tree for the writer of its format. */
  readonly body:
    | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
    | { readonly kind: "office"; readonly format: "docx" | "xlsx" | "pdf"; readonly doc: Doc };
}

export interface GenerateOptions {
  /** Layouts to choose from, by name; all unless told otherwise. */
  readonly layouts?: readonly string[];
  /** Damages to do, by name; chosen by the seed unless told otherwise. */
  readonly kinds?: readonly string[];
}

const STAGES = ["figures", "rows", "labels", "breaks", "around"] as const;
const MAGNITUDES: readonly Magnitude[] = ["zero", "office", "office", "office", "city"];

/**
 * The document of a seed: one in eight is sound, half have one damage, the others two to five.
 *
 * @example generateDocument(42, { layouts: ["tab-text"], kinds: ["page-break"] })
 */
export function generateDocument(seed: number, { layouts, kinds }: GenerateOptions = {}): GeneratedDocument {
  const random = createRandom(seed);
  const layout = random.pick(layouts === undefined ? LAYOUTS : LAYOUTS.filter(({ name }) => layouts.includes(name)));
  const draft = generateDraft(random);
  const done = chooseDamages(layout, kinds, random)
    .filter((damage) => damage.apply(draft, random))
    .map(({ kind }) => kind);
  const rendered = layout.render(draft, random);
  const name = `${layout.name}-${seed}.${layout.extension}`;
  if (typeof rendered !== "string") {
    if (layout.extension !== "docx" && layout.extension !== "xlsx" && layout.extension !== "pdf")
      throw new TypeError(`${layout.name} gives a tree`);
    return {
      seed,
      name,
      layout: layout.name,
      kinds: done,
      truth: draft.truth,
      body: { kind: "office", format: layout.extension, doc: rendered },
    };
  }
  const text = random.chance(0.15) ? rendered.replaceAll("\n", "\r\n") : rendered;
  const encoding =
    kinds === undefined && random.chance(0.15) && layout.extension === "txt"
      ? random.pick<Encoding>(["utf-8-bom", "utf-16le", "utf-16be", "gb18030"])
      : "utf-8";
  return {
    seed,
    name,
    layout: layout.name,
    kinds: encoding === "utf-8" ? done : [...done, encoding],
    truth: draft.truth,
    body: { kind: "text", text, encoding },
  };
}

/** A sound report as a draft. */
export function generateDraft(random: Random): Draft {
  const edition = random.pick(["2019", "2021"] as const);
  const year = edition === "2019" ? random.integer(2019, 2020) : random.integer(2021, 2025);
  const magnitude = random.pick(MAGNITUDES);
  const agency = generateAgency(magnitude, random);
  const cells = generateCells(edition, magnitude, random);
  const truth: Truth = { edition, year, agency, title: generateTitle(agency, year, random), cells: { ...cells }, alternatives: {} };
  return makeDraft(edition, truth, generateProse(agency, year, cells, random));
}

function chooseDamages(layout: Layout, kinds: readonly string[] | undefined, random: Random): Damage[] {
  const possible = DAMAGES.filter(({ kind }) => (layout.hasTables || KINDS_WITHOUT_TABLES.has(kind)) && !layout.unfit?.includes(kind));
  const chosen =
    kinds !== undefined
      ? possible.filter(({ kind }) => kinds.includes(kind))
      : random.chance(0.125)
        ? []
        : random.sample(possible, random.chance(0.57) ? 1 : random.integer(2, 5));
  const has = (...names: readonly string[]): boolean => chosen.some(({ kind }) => names.includes(kind));
  const undecidable = [
    // Only its place in the order tells a row without label: with rows missing nobody could say which it is.
    ...(has("rows-missing") ? ["label-empty"] : []),
    // Without its head nobody could say in which unit a column is.
    ...(has("columns-lost", "columns-cut") ? ["unit-in-head"] : []),
  ];
  const decidable = chosen.filter(({ kind }) => !undecidable.includes(kind));
  return STAGES.flatMap((stage) => decidable.filter((damage) => damage.stage === stage));
}

const KINDS_WITHOUT_TABLES = new Set([
  "inconsistent",
  "headings-missing",
  "title-missing",
  "title-over-lines",
  "traditional",
  "footnotes",
  "page-numbers",
]);
