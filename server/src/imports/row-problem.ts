/** What is wrong with a row, or should be known of it. */
export interface RowProblem {
  /** Heading of the column, or place in the file. */
  readonly at: string;
  /** What stands there, shortened. */
  readonly found: string;
  /** One Chinese sentence. */
  readonly message: string;
}

const LONGEST_FOUND = 40;

export function shortenFound(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}
