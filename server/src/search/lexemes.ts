/**
 * What stands in the index beside words. Filters are lexemes too: PostgreSQL then finds where words and filters meet in one
 * index, without reading what only the words have.
 */
export interface FilterValues {
  readonly agency_id: number;
  readonly genre: string;
  readonly topic: string | null;
  readonly normative: string | null;
  readonly validity: string | null;
  /** First publication, `YYYY-MM-DD`. */
  readonly published_on: string;
  /** Of this version, `YYYY-MM-DD`: windows of time are cut by it. */
  readonly published_day: string;
}

/** Kinds of text that belong into the policy library (政策文件库). */
export const POLICY_GENRES: readonly string[] = [
  "order",
  "decision",
  "announcement",
  "notice",
  "circular",
  "opinion",
  "reply",
  "plan",
  "interpretation",
];

export const LEXEME = {
  agency: (agencyId: number) => `~o${agencyId}`,
  genre: (genre: string) => `~g${genre}`,
  topic: (topic: string) => `~t${topic}`,
  year: (year: number | string) => `~y${year}`,
  normative: (normative: string) => `~n${normative}`,
  validity: (validity: string) => `~v${validity}`,
  policy: () => "~p",
  month: (month: string) => `~m${month}`,
  day: (day: string) => `~d${day}`,
  titleWord: (word: string) => `^${word}`,
} as const;

/** The filter lexemes of an item. */
export function listLexemes(item: FilterValues): readonly string[] {
  return [
    LEXEME.agency(item.agency_id),
    LEXEME.genre(item.genre),
    LEXEME.year(item.published_on.slice(0, 4)),
    LEXEME.month(item.published_day.slice(0, 7)),
    LEXEME.day(item.published_day),
    ...(item.topic === null || item.topic === "" ? [] : [LEXEME.topic(item.topic)]),
    ...(item.normative === null ? [] : [LEXEME.normative(item.normative)]),
    ...(item.validity === null ? [] : [LEXEME.validity(item.validity)]),
    ...(item.normative !== null || POLICY_GENRES.includes(item.genre) ? [LEXEME.policy()] : []),
  ];
}
