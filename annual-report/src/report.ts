import type { Box } from "@gongkai/document";

/** The two editions of the form so far: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. */
export type EditionId = "2019" | "2021";

/** A cell's name, e.g. `t3.denied.secret.natural`; the names of one edition are listed by its data file. */
export type CellKey = string;

/**
 * How a cell is known: `seen` a figure was printed and read · `blank` the cell is there and empty ·
 * `absent` the row or cell is not in the document · `ambiguous` something is printed and could not be settled.
 */
export type CellState = "seen" | "blank" | "absent" | "ambiguous";

/** Where a cell stands in the source. `start` and `end` are offsets in `Doc.text`. */
export interface Source {
  /** What was printed, to the letter. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  readonly line?: number;
  readonly reference?: string;
  readonly box?: Box;
  /** Unit of an amount: where it was found and what it was. The value itself is always in 万元. */
  readonly unit?: "元" | "万元" | "亿元";
  readonly unitSource?: "cell" | "header" | "assumed";
  /** For `ambiguous`: the readings that could not be told apart, likeliest first; null is "nothing printed here". */
  readonly candidates?: readonly (number | null)[];
}

/** The text sections of the report: 一、总体情况, 五、存在的主要问题及改进情况, 六、其他需要报告的事项. */
export interface Sections {
  readonly overview: string | null;
  readonly problems: string | null;
  readonly other: string | null;
}

/** An annual report as read (design.md §4.2). Amounts are in 万元; a cell that is not a figure is null, never 0. */
export interface Report {
  readonly file?: string;
  /** Null when the document holds no table of the form. */
  readonly edition: EditionId | null;
  readonly year: number | null;
  readonly agency: string | null;
  readonly title: string | null;
  readonly sections: Sections;
  readonly cells: Readonly<Record<CellKey, number | null>>;
  readonly states: Readonly<Record<CellKey, CellState>>;
  readonly sources: Readonly<Record<CellKey, Source>>;
  readonly findings: readonly Finding[];
}

/** error: official or arithmetic rule broken · warning: implausible · notice: a person should look, nothing is wrong. */
export type Severity = "error" | "warning" | "notice";

/** One thing found wrong or odd; `message` says what, `advice` what to do about it, both for a clerk, in Chinese. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The cells concerned; the first is the one to look at first. */
  readonly cells: readonly CellKey[];
  /** What the rule's right side gives, and what is printed. Absent where the rule compares no figures. */
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  readonly message: string;
  readonly advice: string;
  /** A passage of the source (offsets in `Doc.text`) or of a text section, for findings about prose. */
  readonly passage?: Passage;
}

export interface Passage {
  readonly section?: keyof Sections | "title";
  readonly text: string;
  /** Offsets within that section's text. */
  readonly start: number;
  readonly end: number;
}
