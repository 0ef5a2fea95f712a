import type { Token } from "./token.ts";

/** One reading of one cell of a row. */
export interface Slot {
  readonly value: number | null;
  /** `unclear`: something is printed that is no figure; `absent`: nothing stands here, not even an empty cell. */
  readonly state: "seen" | "blank" | "absent" | "unclear";
  /** The tokens it was read from: one as a rule, several when a number came in pieces. */
  readonly tokens: readonly Token[];
  readonly candidates?: readonly (number | null)[];
}

/** One reading of a whole row. */
export type Reading = readonly Slot[];

export const ABSENT: Slot = { value: null, state: "absent", tokens: [] };

/** The plain reading of one token. */
export function slotOf(token: Token): Slot {
  if (token.kind === "blank") return { value: null, state: "blank", tokens: [token] };
  const figure = token.figure;
  if (!figure) return { value: null, state: "unclear", tokens: [token], candidates: [] };
  if (figure.kind === "none") return { value: null, state: "blank", tokens: [token] };
  if (figure.kind === "unclear") return { value: null, state: "unclear", tokens: [token], candidates: figure.candidates };
  if (figure.plain && figure.digits.length > 1 && figure.digits.startsWith("0")) {
    return { value: null, state: "unclear", tokens: [token], candidates: [figure.value] }; // 00: several figures run together
  }
  return { value: figure.value, state: "seen", tokens: [token] };
}

/** The number a token says, where {@link slotOf} would call it seen; else undefined. */
export function plainValue({ kind, figure }: Pick<Token, "kind" | "figure">): number | undefined {
  if (kind !== "figure" || figure?.kind !== "number") return undefined;
  return figure.plain && figure.digits.length > 1 && figure.digits.startsWith("0") ? undefined : figure.value;
}

/** A number whose digits stand in several tokens, or are a part of one. */
export function slotOfDigits(digits: string, tokens: readonly Token[]): Slot {
  return { value: Number(digits), state: "seen", tokens };
}

/** What all readings of a cell have in common: the reading itself, or an unclear one that lists what they say. */
export function agree(slots: readonly Slot[]): Slot {
  const [first] = slots;
  if (!first) return ABSENT;
  const isOpen = slots.some((slot) => slot.state === "unclear"); // what each of them may be is part of the answer
  if (!isOpen && slots.every(({ value }) => value === first.value)) return slots.find((slot) => slot.state !== "absent") ?? first;
  const candidates = [...new Set(slots.flatMap((slot) => (slot.state === "unclear" ? (slot.candidates ?? []) : [slot.value])))];
  return { value: null, state: "unclear", tokens: slots.find((slot) => slot.tokens.length > 0)?.tokens ?? [], candidates };
}
