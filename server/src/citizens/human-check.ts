import { createHash } from "node:crypto";

/** Leading zero bits of the proof of work: a tenth of a second for an old phone, a day's electricity for a flood. */
export const WORK_BITS = 15;

/** Wrong answers after which the application is taken all the same, and marked for the clerk. */
export const MOST_WRONG_ANSWERS = 1;

/** A question anybody can answer who can read it or have it read out; the same for a draft each time it is shown. */
export interface Question {
  readonly words: string;
  readonly answer: number;
}

const NUMERALS = [
  "零",
  "一",
  "二",
  "三",
  "四",
  "五",
  "六",
  "七",
  "八",
  "九",
  "十",
  "十一",
  "十二",
  "十三",
  "十四",
  "十五",
  "十六",
  "十七",
  "十八",
] as const;

export function questionOf(draftId: string): Question {
  const [first = 0, second = 0] = createHash("sha256").update(`question:${draftId}`).digest();
  const [one, other] = [1 + (first % 9), 1 + (second % 9)];
  return { words: `${NUMERALS[one] ?? ""}加${NUMERALS[other] ?? ""}等于几？`, answer: one + other };
}

/** Digits of any width, or Chinese numerals. */
export function isRightAnswer(draftId: string, typed: string): boolean {
  const { answer } = questionOf(draftId);
  const text = typed.normalize("NFKC").replaceAll(/[\s。，.]/g, "");
  return text === String(answer) || text === NUMERALS[answer];
}

/** Whether a script has done the work: `nonce` makes the hash of draft and nonce begin with enough zero bits. A draft is submitted once, so no work counts twice. */
export function isWorkDone(draftId: string, nonce: string): boolean {
  if (!/^\d{1,12}$/.test(nonce)) return false;
  const hash = createHash("sha256").update(`${draftId}.${nonce}`).digest();
  return hash.readUInt32BE(0) >>> (32 - WORK_BITS) === 0;
}
