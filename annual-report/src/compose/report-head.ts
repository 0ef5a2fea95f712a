import type { Report } from "../report.ts";

/** What an organ says of its report before the first section; every part may be left out. */
export interface ReportHead {
  /** On what the report is based: one sentence. */
  readonly basis?: string;
  /** What time the figures are of: one sentence. */
  readonly period?: string;
  /** Whom to ask: the name as it should be printed. */
  readonly agency?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly telephone?: string;
  readonly email?: string;
}

/** The usual two sentences for a report of this year, in our own words; the organ adds where it can be reached. */
export function usualHead({ year, agency }: Pick<Report, "year" | "agency">): ReportHead {
  return {
    basis: "本报告依照《中华人民共和国政府信息公开条例》第五十条编制。",
    ...(year === null ? {} : { period: `各项数据的统计期限为${year}年1月1日至${year}年12月31日。` }),
    ...(agency === null ? {} : { agency }),
  };
}

/** The head as paragraphs: basis and period, then where to ask. */
export function printHead({ basis, period, agency, address, postcode, telephone, email }: ReportHead): string[] {
  const statement = `${basis ?? ""}${period ?? ""}`;
  const ways = [
    ["地址", address],
    ["邮政编码", postcode],
    ["联系电话", telephone],
    ["电子邮箱", email],
  ].flatMap(([name, value]) => (value === undefined || value.trim() === "" ? [] : [`${name}：${value.trim()}`]));
  const contact = ways.length === 0 ? "" : `对本报告如有疑问，请联系${agency ?? "本机关"}（${ways.join("；")}）。`;
  return [statement, contact].filter((line) => line !== "");
}
