/** What the clerk who fills a row or column has to know. Texts are for people, in Chinese. */
export interface HelpEntry {
  /** What is counted here. */
  readonly counts: string;
  /** Article of the Regulations (国务院令第711号) the row stands for, where there is one. */
  readonly article?: string;
  /** Mistakes often met here. */
  readonly mistakes: readonly string[];
  /** How offices usually do it where no text of the form or the law says so (通行做法). */
  readonly practice?: string;
}

export type HelpTexts = Readonly<Record<string, HelpEntry>>;
