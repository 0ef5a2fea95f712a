import type { Mark } from "./narrative/scan-prose.ts";

/** Characters that begin a doubling which is good Chinese: 一个一个, 逐条逐条, 越来越, 很多很多. */
const FREE = new Set("一二三四五六七八九十两每逐越很又边不各");
/** Compounds that end and begin with the same word: 信息公开 + 公开指南, 工作 + 工作人员. */
const SEAM =
  /^(?:公开公开(?:指南|目录|制度|栏|专栏|平台|年报|工作)|工作工作(?:人员|机制|会议|要点|动态|小组|方案)|信息信息(?:公开|中心|化)|管理管理(?:员|办法|局)|服务服务|政务政务)/u;

/** Two-character words written twice in a row (重点重点), good Chinese left out; at most five. */
export function doubledWords(text: string, doublings: readonly Mark[]): { word: string; start: number; end: number }[] {
  return doublings
    .filter(({ start }) => !FREE.has(text[start] ?? "") && !SEAM.test(text.slice(start, start + 8)))
    .slice(0, 5)
    .map(({ start }) => ({ word: text.slice(start, start + 2), start, end: start + 4 }));
}
