import type { ImportMapping, RegisterImportPage } from "@gongkai/server/contract";
import { OUTCOMES } from "@gongkai/statute";
import { listUnknownWords } from "../../lib/unknown-words.ts";

/** What an outcome's word in the register may be taken for. */
export const OUTCOME_OPTIONS: readonly { readonly value: ImportMapping["outcomes"][string]; readonly label: string }[] = [
  ...OUTCOMES.map(({ code, label }) => ({ value: code, label })),
  { value: "withdrawn", label: "申请人撤回" },
];

/** The mapping with a word of the register meaning this outcome; undefined: left to the program again. */
export function meanOutcome(mapping: ImportMapping, word: string, outcome: ImportMapping["outcomes"][string] | undefined): ImportMapping {
  const others = Object.entries(mapping.outcomes).filter(([one]) => one !== word);
  return { ...mapping, outcomes: Object.fromEntries(outcome === undefined ? others : [...others, [word, outcome]]) };
}

/** Words in the column of outcomes that nobody has explained yet, and those that were. */
export function listOutcomeWords({
  columns,
  preview,
  mapping,
}: Pick<RegisterImportPage, "columns" | "preview" | "mapping">): readonly string[] {
  const column = mapping.columns.outcome;
  const heading = column === undefined ? undefined : columns[column];
  return listUnknownWords({ heading, problems: preview?.problems ?? [], explained: mapping.outcomes, longest: LONGEST_WORD });
}

const LONGEST_WORD = 60;
