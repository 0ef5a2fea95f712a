/** Characters that begin or end a doubling which is good Chinese: 一个一个, 逐条逐条, 越来越, 很多很多. */
const FREE = new Set([..."一二三四五六七八九十两每逐越很又边不各个条项次件步层级天年月日时点批遍户家"]);
/** Compounds that end and begin with the same word: 信息公开 + 公开指南, 工作 + 工作人员. */
const SEAMS: readonly RegExp[] = [/^(?:公开公开)(?:指南|目录|制度|栏|专栏|平台|年报|工作)/u, /^(?:工作工作)(?:人员|机制|会议|要点|动态|小组|方案)/u, /^(?:信息信息)(?:公开|中心|化)/u, /^(?:管理管理)(?:员|办法|局)/u, /^(?:服务服务)/u, /^(?:政务政务)/u];

/** Two-character words written twice in a row (重点重点), by one pass over the text; at most five. */
export function doubledWords(text: string): { word: string; start: number; end: number }[] {
  const doubled: { word: string; start: number; end: number }[] = [];
  const last = text.length - 3;
  for (let position = 0; position < last; position++) {
    const first = text.charCodeAt(position);
    if (first !== text.charCodeAt(position + 2) || first < 0x4e00 || first > 0x9fff) continue;
    const second = text.charCodeAt(position + 1);
    if (second !== text.charCodeAt(position + 3) || second < 0x4e00 || second > 0x9fff || first === second) continue;
    const word = text.slice(position, position + 2);
    const tail = text.slice(position, position + 8);
    if (!FREE.has(word[0] ?? "") && !FREE.has(word[1] ?? "") && !SEAMS.some((seam) => seam.test(tail))) {
      doubled.push({ word, start: position, end: position + 4 });
      if (doubled.length === 5) break;
    }
    position += 3;
  }
  return doubled;
}
