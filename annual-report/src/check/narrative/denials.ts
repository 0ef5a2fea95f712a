import { NOT_THIS } from "./figure-meaning.ts";
import type { Meaning } from "./meanings.ts";
import type { Statement } from "./read-narrative.ts";
import type { ScannedProse } from "./scan-prose.ts";

/** 未收到政府信息公开申请, 未发生因政府信息公开引起的行政复议、行政诉讼: a figure of 0. */
export function readDenials(
  section: "overview" | "other",
  text: string,
  scanned: ScannedProse,
  year: number | null,
  statements: Statement[],
): void {
  for (const { start, sentenceStart, year: named } of scanned.negations) {
    if (named !== null && year !== null && named !== year) continue;
    const clause = /^[^，。；\n]*/u.exec(text.slice(start, start + 48))?.[0] ?? "";
    const add = (meaning: Meaning) =>
      statements.push({ meaning, value: 0, isApproximate: false, section, start, end: start + clause.length, sentenceStart });
    const lead = text.slice(Math.max(sentenceStart, start - 400), start);
    if (NOT_THIS.test(lead)) continue;
    if (
      /^(?:未|没有|无)(?:发生|产生|出现|引发|涉及|收到|接到|有)?(?:[^未无]{0,16}公开[^未无]{0,12}|[^未无公]{0,6})(?:复议|诉讼)/u.test(
        clause,
      ) &&
      (lead.includes("公开") || clause.includes("公开")) &&
      !/败诉|纠正|不服|^未经/u.test(clause)
    ) {
      if (/复议/u.test(clause)) add("reconsideration");
      if (/诉讼/u.test(clause)) add("litigation");
    } else if (
      /^(?:未|没有|尚未)(?:收到|接到|受理)[^，]{0,30}公开[^，]{0,6}申请(?!行政)|^(?:未|没有)(?:收到|接到|受理)(?:过|任何)?依申请公开|^(?:没有|无)依申请公开(?:政府信息)?的?(?:申请|情况|事项|件|$)/u.test(
        clause,
      ) &&
      !/复议|诉讼|费|当面|现场|信函|网络|网上|传真|邮/u.test(clause)
    )
      add("received");
    else if (
      /^(?:未|没有|无)(?:收取|产生|发生)?(?:[^，]{0,10})(?:信息处理费|信息公开处理费)|^未(?:向[^，]{0,8})?收取[^，]{0,6}费/u.test(clause)
    )
      add("fee");
  }
}
