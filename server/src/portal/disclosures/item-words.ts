import { GENRES, VALIDITIES } from "../../disclosures/words.ts";

/** A kind or validity no longer in the list is shown as it is. */
const saidBy =
  (words: Readonly<Record<string, string>>) =>
  (value: string): string =>
    words[value] ?? value;

export const genreWords = saidBy(GENRES);
export const validityWords = saidBy(VALIDITIES);
