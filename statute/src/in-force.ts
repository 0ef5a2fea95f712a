import { plainDate } from "./plain-date.ts";

/** Since when the instruments are in force. */
export const SINCE = {
  /** The Regulations as revised in 2019 (Order No. 711). */
  regulations2019: { from: plainDate("2019-05-15") },
  /** The Administrative Reconsideration Law as revised in 2023. */
  reconsideration2023: { from: plainDate("2024-01-01") },
  /** The time before it, as far as the Regulations of 2019 reach. */
  before2024: { from: plainDate("2019-05-15"), to: plainDate("2023-12-31") },
  /** 国办函〔2020〕109号. */
  fees2021: { from: plainDate("2021-01-01") },
  /** The Administrative Litigation Law as amended in 2014, its limits unchanged since. */
  litigation2015: { from: plainDate("2015-05-01") },
  /** 法释〔2018〕1号. */
  litigationRules2018: { from: plainDate("2018-02-08") },
  /** The Civil Procedure Law as amended in 2023, its rules on periods unchanged before. */
  civilProcedure2024: { from: plainDate("2024-01-01") },
} as const;

export const REGULATIONS = "《政府信息公开条例》";
export const RECONSIDERATION_LAW = "《行政复议法》";
export const LITIGATION_LAW = "《行政诉讼法》";
export const FEE_RULES = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";
/** The Supreme People's Court on the application of the Administrative Litigation Law. */
export const LITIGATION_RULES = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》（法释〔2018〕1号）";
