import type { OutcomeCode } from "@gongkai/statute";
import { ANSWER_LETTERS } from "./answer-letters.ts";
import type { LetterKind } from "./letter-kind.ts";
import { PROCEDURE_LETTERS } from "./procedure-letters.ts";

/** Every letter of the process: those on the way, then the answers by outcome. */
export const LETTER_KINDS: readonly LetterKind[] = [...PROCEDURE_LETTERS, ...ANSWER_LETTERS];

const BY_KIND = new Map(LETTER_KINDS.map((letter) => [letter.kind, letter]));

export function findLetterKind(kind: string): LetterKind | undefined {
  return BY_KIND.get(kind);
}

export function getLetterKind(kind: string): LetterKind {
  const found = BY_KIND.get(kind);
  if (found === undefined) throw new Error(`No letter ${kind}`);
  return found;
}

/** The letter an answer goes out as. */
export function answerLetter(outcome: OutcomeCode): LetterKind {
  return getLetterKind(`answer.${outcome}`);
}
