import type { Detection } from "./finding.ts";
import { maskCard, maskMiddle, maskMobile, maskPassport, maskResidentId } from "./mask.ts";
import { isCreditCode, isResidentId, passesLuhn } from "./check-digits.ts";

/** Text in which digits and letters of full width are plain ones; every character keeps its place. */
export function plainDigits(text: string): string {
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ－＋]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

const GAP = "[ \\u00a0\\u3000\\u2009\\u202f-]?";
const RESIDENT_ID = new RegExp(
  `(?<!\\d)[1-8]\\d{5}${GAP}(?:18|19|20)\\d{2}${GAP}(?:0[1-9]|1[0-2])${GAP}(?:0[1-9]|[12]\\d|3[01])${GAP}\\d{3}${GAP}[\\dXx](?![0-9A-Za-z])`,
  "g",
);

/** Resident identity numbers (GB 11643): province, date of birth and check digit must all fit. */
export function detectResidentIds(text: string): readonly Detection[] {
  return [...text.matchAll(RESIDENT_ID)].flatMap((match) => {
    const number = match[0].replaceAll(/[^0-9Xx]/g, "").toUpperCase();
    if (!isResidentId(number)) return [];
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (isCreditCode(number) && /信用代码/.test(before)) return [];
    return [
      at(match, {
        rule: "residentId",
        severity: "block",
        reason: "含有居民身份证号码，属于个人隐私。",
        suggestion: "隐去中间13位，只保留前2位和后3位。",
        replacement: maskResidentId(match[0]),
      }),
    ];
  });
}

const MOBILE = new RegExp(`(?<![0-9A-Za-z.])(?<!\\d-)(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}(?![0-9A-Za-z]|\\.\\d|-\\d)`, "g");
const MEASURED = /^\s?(?:元|万元|亿元|吨|千克|公斤|平方|亩|公顷|米|公里|千瓦|立方|人次|%|‰)/;
/** Such words stand before numbers that are names of things. */
const NAMES_A_THING =
  /(?:编号|编码|代码|索引号|条码|批号|图号|流水号|宗地号|地块号|合同号|文号|许可证号|证书号|注册号|备案号|型号|订单号|序列号)[^0-9]{0,6}$/;

/** Mobile numbers of the mainland, with or without 86 and signs between the groups. */
export function detectMobiles(text: string): readonly Detection[] {
  return [...text.matchAll(MOBILE)].flatMap((match) => {
    if (MEASURED.test(text.slice(match.index + match[0].length, match.index + match[0].length + 4))) return [];
    if (NAMES_A_THING.test(text.slice(Math.max(0, match.index - 12), match.index))) return [];
    return [
      at(match, {
        rule: "mobile",
        severity: "block",
        reason: "含有移动电话号码，可能属于个人隐私。",
        suggestion: "隐去中间4位；确为对外公布的办公电话的，说明理由后保留。",
        replacement: maskMobile(match[0]),
      }),
    ];
  });
}

const LANDLINE = /(?<![0-9A-Za-z.])[(（]?0(?:10|2\d|[3-9]\d{2})[)）]?[ -]?[2-8]\d{6,7}(?:-\d{1,5})?(?![0-9A-Za-z]|\.\d)/g;
const PERSONAL = /(?:住宅|家庭|家中|宅电|本人|申请人|监护人|户主|家属|家长|学生|受助人|当事人|被征收人|举报人|投诉人)[^。；\n]{0,16}$/;

/** Fixed-line numbers: an office's own is meant to be read; near words for a private person it is not. */
export function detectLandlines(text: string): readonly Detection[] {
  return [...text.matchAll(LANDLINE)].map((match) => {
    const isPersonal = PERSONAL.test(text.slice(Math.max(0, match.index - 24), match.index));
    return at(match, {
      rule: "landline",
      severity: isPersonal ? "block" : "hint",
      reason: isPersonal ? "含有个人的固定电话号码，可能属于个人隐私。" : "含有固定电话号码。",
      suggestion: isPersonal ? "隐去号码；确需公开的，说明理由后保留。" : "请确认是对外公布的办公电话。",
      replacement: isPersonal ? maskMiddle(match[0], 4, 3) : null,
    });
  });
}

const CARD = new RegExp(`(?<![0-9A-Za-z.])(?:62|4\\d|5[1-5]|35|3[47]|955|603|690)\\d*(?:${GAP}\\d+){0,5}(?![0-9A-Za-z])`, "g");
const ABOUT_MONEY = /(?:卡号|账号|帐号|账户|帐户|银行卡|借记卡|信用卡|储蓄卡|社保卡|一卡通|存折)[^。；\n]{0,20}$/;

/** Bank cards: issuer prefix, length and Luhn's check digit. */
export function detectBankCards(text: string): readonly Detection[] {
  return [...text.matchAll(CARD)].flatMap((match) => {
    const number = match[0].replaceAll(/\D/g, "");
    if (!hasCardShape(number) || !passesLuhn(number)) return [];
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (!ABOUT_MONEY.test(before) && (NAMES_A_THING.test(before) || isEvenlyCut(match[0]) === false)) return [];
    return [
      at(match, {
        rule: "bankCard",
        severity: "block",
        reason: "含有银行卡号，属于个人财产信息。",
        suggestion: "只保留前4位和后4位。",
        replacement: maskCard(match[0]),
      }),
    ];
  });
}

/** Who prints a card's number cuts it in fours, or not at all; project numbers are cut otherwise. */
function isEvenlyCut(printed: string): boolean {
  const groups = printed.split(/\D/);
  return groups.length === 1 || groups.slice(0, -1).every(({ length }) => length === 4) || /^\d{6}\D\d{10,13}$/.test(printed);
}

function hasCardShape(number: string): boolean {
  const { length } = number;
  if (number.startsWith("62")) return length >= 16 && length <= 19;
  if (/^3[47]/.test(number)) return length === 15;
  if (/^(?:955|603|690)/.test(number)) return length === 19 || length === 16;
  return length === 16;
}

const PASSPORT = /(?<![0-9A-Za-z])(?:[DEGPS][A-HJ-NP-Z]?\d{7,8}|[CW]\d{8}|[HM]\d{8,10}|1[45]\d{7})(?![0-9A-Za-z])/gi;
const ABOUT_PASSPORT = /(?:护照|通行证|回乡证|台胞证)[^。；\n]{0,12}$/;

/** Numbers of passports and travel permits, where the text says that they are ones. */
export function detectPassports(text: string): readonly Detection[] {
  return [...text.matchAll(PASSPORT)].flatMap((match) => {
    if (!ABOUT_PASSPORT.test(text.slice(Math.max(0, match.index - 20), match.index))) return [];
    return [
      at(match, {
        rule: "passport",
        severity: "block",
        reason: "含有护照或者通行证号码，属于个人隐私。",
        suggestion: "只保留前2位和后3位。",
        replacement: maskPassport(match[0]),
      }),
    ];
  });
}

function at(match: RegExpExecArray, detection: Omit<Detection, "start" | "end">): Detection {
  return { ...detection, start: match.index, end: match.index + match[0].length };
}
