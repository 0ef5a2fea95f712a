/** Text that every format can hold: without control characters (tab and line break stay) and halves of characters. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "");
}
