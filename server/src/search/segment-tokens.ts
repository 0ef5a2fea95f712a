import { cutLongWords } from "../platform/segment-words.ts";

/**
 * The words to ask for. Each is as long as the dictionary has it: the index has every word of the dictionary that stands in a
 * text, however the text itself was cut.
 *
 * @example
 * segmentTokens("住房公积金管理"); // ["住房公积金", "管理"], or as the dictionary has it
 */
export function segmentTokens(text: string): readonly string[] {
  return [...new Set(cutLongWords(text))];
}
