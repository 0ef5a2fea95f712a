import type { CellKey, Report, Sections } from "@gongkai/annual-report";

/**
 * Sentences that say what the tables say, for the prose of a section: so worded that the rules which hold prose against
 * the tables read them right. A figure that is not there makes no sentence.
 */
export function listFacts(report: Pick<Report, "edition" | "cells">, section: keyof Sections): string[] {
  const figure = (key: CellKey) => report.cells[key] ?? undefined;
  const sum = (prefix: string) => {
    const values = Object.entries(report.cells).flatMap(([key, value]) =>
      key.startsWith(prefix) && key.endsWith(".total") ? [value] : [],
    );
    return values.length === 0 || values.includes(null) ? undefined : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  };
  const say = (value: number | undefined, sentence: (value: number) => string) => (value === undefined ? [] : [sentence(value)]);
  if (section === "problems") return [];
  if (section === "other") {
    const unpaid = figure("t3.otherHandling.unpaid.total");
    return [
      "本年度没有发出信息处理费收费通知",
      "本年度发出信息处理费收费通知    件，总金额    元，实际收取    元",
      ...(unpaid === undefined || unpaid === 0 ? [] : [`申请人逾期未缴费、不再处理的${unpaid}件`]),
    ];
  }
  const issued = report.edition === "2019" ? "made" : "issued";
  return [
    ...say(figure("t3.new.total"), (value) => `新收政府信息公开申请${value}件`),
    ...say(figure("t3.carriedIn.total"), (value) => `上年结转${value}件`),
    ...say(figure("t3.total.total"), (value) => `办结${value}件`),
    ...say(figure("t3.granted.total"), (value) => `予以公开${value}件`),
    ...say(figure("t3.partial.total"), (value) => `部分公开${value}件`),
    ...say(sum("t3.denied."), (value) => `不予公开${value}件`),
    ...say(sum("t3.unavailable."), (value) => `无法提供${value}件`),
    ...say(sum("t3.unhandled."), (value) => `不予处理${value}件`),
    ...say(sum("t3.otherHandling"), (value) => `其他处理${value}件`),
    ...say(figure("t3.carriedOut.total"), (value) => `结转下年度继续办理${value}件`),
    ...say(figure(`t2.normative.${issued}`), (value) =>
      report.edition === "2019" ? `新制作规范性文件${value}件` : `制发行政规范性文件${value}件`,
    ),
    ...say(figure("t2.normative.repealed"), (value) => `废止行政规范性文件${value}件`),
    ...say(figure("t4.reconsideration.total"), (value) => `因政府信息公开引起的行政复议${value}件`),
    ...say(figure("t4.litigationDirect.total"), (value) => `未经复议直接起诉${value}件`),
    ...say(figure("t4.litigationAfter.total"), (value) => `复议后起诉${value}件`),
  ];
}
