import type { DescribedField, DescribedKind } from "@gongkai/server/contract";
import type { ActName, OutcomeCode } from "@gongkai/statute";

/** Acts that bring a letter of an outcome with them without being asked for one. */
const OUTCOME_OF: Partial<Record<ActName, OutcomeCode>> = {
  findUnclear: "unavailable.unclear",
  rejectReasons: "unhandled.abusive",
  expireCorrection: "otherHandling.uncorrected",
  expireFee: "otherHandling.unpaid",
};

/** The letters an act sends, the one with the most to fill in first; none for those that go out filled in by the program. */
export function kindsOfAct(kinds: readonly DescribedKind[], act: ActName, outcome: OutcomeCode | undefined): readonly DescribedKind[] {
  const code = outcome ?? OUTCOME_OF[act];
  if (code !== undefined) return kinds.filter(({ kind }) => kind === `answer.${code}`);
  // A signature sends the draft that has been through review: nothing of it is asked here.
  if (act === "sign") return [];
  return kinds.filter(({ acts }) => acts.includes(act));
}

/** Fields an officer fills in and the form has not asked for yet; what the letter cannot do without comes first. */
export function fieldsToAsk(kinds: readonly DescribedKind[], known: Readonly<Record<string, string>>): readonly DescribedField[] {
  const fields = new Map<string, DescribedField>();
  for (const { fields: own } of kinds) {
    for (const field of own) {
      if (field.from !== "officer" || field.name in known) continue;
      const before = fields.get(field.name);
      fields.set(field.name, { ...field, isMandatory: field.isMandatory || before?.isMandatory === true });
    }
  }
  return [...fields.values()].toSorted((one, other) => Number(other.isMandatory) - Number(one.isMandatory));
}

/** What is filled in, without blanks. */
export function filledIn(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ""));
}
