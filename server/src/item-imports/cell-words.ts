import { type Genre, GENRES, type Normative, type Validity, VALIDITIES } from "../disclosures/words.ts";

/** Kinds of text by the word a title ends with, or a cell holds; the longer word first. */
const GENRE_WORDS: readonly (readonly [word: string, genre: Genre])[] = [
  ["政策解读", "interpretation"],
  ["解读", "interpretation"],
  ["工作动态", "news"],
  ["动态", "news"],
  ["新闻", "news"],
  ["统计公报", "statistics"],
  ["统计", "statistics"],
  ["公报", "statistics"],
  ["公示", "publicity"],
  ["公告", "announcement"],
  ["通告", "notice"],
  ["通知", "circular"],
  ["通报", "bulletin"],
  ["意见", "opinion"],
  ["批复", "reply"],
  ["决定", "decision"],
  ["命令", "order"],
  ["令", "order"],
  ["规划", "plan"],
  ["计划", "plan"],
  ["方案", "plan"],
  ["安排", "plan"],
  ["报告", "report"],
  ["函", "letter"],
];

/** The kind of text a cell names. Undefined for a word nobody knows. */
export function findGenre(text: string): Genre | undefined {
  if (text in GENRES) return text as Genre; // just looked up
  const named = Object.entries(GENRES).find(([, words]) => words === text);
  if (named !== undefined) return named[0] as Genre; // a key of the list
  return GENRE_WORDS.find(([word]) => text.includes(word))?.[1];
}

/** The kind of text a title speaks of at its end: …的通知, …方案（试行）. */
export function genreOfTitle(title: string): Genre | undefined {
  const end = title.replace(/(?:[（(][^（）()]*[）)])+$/, "");
  return GENRE_WORDS.find(([word]) => end.endsWith(word))?.[1];
}

/** Whether a document is in force, as sites call it. `null`: the cell says nothing. Undefined: a word nobody knows. */
export function findValidity(text: string): Validity | null | undefined {
  if (/^[-—/无]*$/.test(text)) return null;
  if (text in VALIDITIES) return text as Validity; // just looked up
  if (/废止|废除|撤销/.test(text)) return "repealed";
  if (/失效|无效|到期|过期/.test(text)) return "lapsed";
  if (/修改|修订|修正/.test(text)) return "amended";
  return /有效|生效|是/.test(text) ? "effective" : undefined;
}

/** Whether a document is a rule or a normative document: counted in table 2. Undefined for what is neither. */
export function findNormative(text: string): Normative | null {
  if (/^规章|政府规章|部门规章/.test(text)) return "rules";
  return /^(?:非|不是|否)/.test(text) || !/规范性|^是$|^√$/.test(text) ? null : "normative";
}
