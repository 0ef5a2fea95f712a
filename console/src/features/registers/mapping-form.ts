import type { FieldName, ImportMapping, RegisterImportPage } from "@gongkai/server/contract";
import { OUTCOMES } from "@gongkai/statute";

/** What an outcome's word in the register may be taken for. */
export const OUTCOME_OPTIONS: readonly { readonly value: ImportMapping["outcomes"][string]; readonly label: string }[] = [
  ...OUTCOMES.map(({ code, label }) => ({ value: code, label })),
  { value: "withdrawn", label: "申请人撤回" },
];

/** The mapping with a field taken from another column, or from none; a column serves one field only. */
export function moveColumn(mapping: ImportMapping, field: FieldName, column: number | undefined): ImportMapping {
  const kept = Object.entries(mapping.columns).filter(([name, place]) => name !== field && place !== column);
  const columns = Object.fromEntries(column === undefined ? kept : [...kept, [field, column]]);
  return { ...mapping, columns };
}

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
  const unknown = (preview?.problems ?? []).filter(({ at, found }) => at === heading && found !== "").map(({ found }) => found);
  return [...new Set([...Object.keys(mapping.outcomes), ...unknown])].filter((word) => word.length <= 60);
}
