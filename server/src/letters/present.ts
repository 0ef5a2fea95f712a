import type { PlainDate } from "@gongkai/statute";
import { consequencesOf } from "./consequences.ts";
import { fieldsOf, parseLine } from "./fill-template.ts";
import { type FieldName, FIELDS, type LetterField } from "./letter-fields.ts";
import type { LetterKind } from "./letter-kind.ts";
import type { LetterRecord } from "./queries.ts";
import type { DescribedField, DescribedKind, ListedLetter } from "./schema.ts";

export function presentLetter(row: LetterRecord, names: ReadonlyMap<string, string>, erased: ReadonlySet<string>): ListedLetter {
  return {
    id: row.letter_id,
    kind: row.kind,
    title: row.title,
    state: row.state === "issued" ? "issued" : "draft",
    number: row.number,
    issuedOn: row.issued_on,
    changedAt: row.changed_at,
    changedBy: row.changed_by === null ? null : (names.get(row.changed_by) ?? null),
    sha256: row.content_sha256,
    isErased: row.content_sha256 !== null && erased.has(row.content_sha256),
    version: row.version,
  };
}

/** A kind of letter as a form needs it. `lines` are the wording in force: an organ may use fewer fields, or more. */
export function presentKind(kind: LetterKind, lines: readonly string[], on: PlainDate): DescribedKind {
  const used = new Set<FieldName>([...kind.mandatory, ...lines.flatMap((line) => fieldsOf(parseLine(line).pieces))]);
  if (kind.outcome !== undefined) used.add("reason").add("onlineRemedy");
  return {
    kind: kind.kind,
    title: kind.title,
    purpose: kind.purpose,
    cites: kind.cites,
    to: kind.to,
    acts: kind.acts,
    isIssuedAlone: kind.mayFollow,
    fields: listFields()
      .filter(({ name }) => used.has(name))
      .map((field) => ({ ...field, isMandatory: kind.mandatory.includes(field.name) })),
    consequences: kind.outcome === undefined ? null : consequencesOf(kind.outcome, on),
  };
}

/** Every field with what it means, for whoever edits a template. */
export function presentFields(kind: LetterKind): readonly DescribedField[] {
  return listFields().map((field) => ({ ...field, isMandatory: kind.mandatory.includes(field.name) }));
}

function listFields(): readonly Omit<DescribedField, "isMandatory">[] {
  return Object.entries(FIELDS).map(([name, field]: [string, LetterField]) => ({
    name: name as FieldName, // the keys of FIELDS
    label: field.label,
    meaning: field.meaning,
    type: field.type,
    from: field.from,
    ...(field.choices === undefined ? {} : { choices: { ...field.choices } }),
  }));
}
