const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Digits set above the line as the characters that stand there: the mark of a note, or a power, is no part of the number before it. */
export function raiseDigits(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
}
