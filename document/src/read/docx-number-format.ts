const DIGITS = [..."〇一二三四五六七八九"];
const LEGAL_DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const STEMS = [..."甲乙丙丁戊己庚辛壬癸"];
const BRANCHES = [..."子丑寅卯辰巳午未申酉戌亥"];

/** Counting systems of automatic numbering that differ from plain digits, by their name in `numbering.xml`. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(0x2460, 20, value),
  decimalEnclosedCircleChinese: (value) => enclosed(0x2460, 20, value),
  decimalEnclosedParen: (value) => enclosed(0x2474, 20, value),
  decimalEnclosedFullstop: (value) => enclosed(0x2488, 20, value),
  ideographEnclosedCircle: (value) => enclosed(0x3280, 10, value),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value),
  lowerLetter: (value) => letter(value).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  koreanCounting: counting,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: (value) => grouped(value, LEGAL_DIGITS, ["", "拾", "佰", "仟"]),
  ideographLegalTraditional: (value) => grouped(value, LEGAL_DIGITS, ["", "拾", "佰", "仟"]),
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  bullet: () => "",
  none: () => "",
};

/** A number as automatic numbering prints it, e.g. 12 in `chineseCounting` is 十二; unknown systems give plain digits. */
export function formatNumber(value: number, format: string): string {
  return value < 0 ? String(value) : (FORMATS[format]?.(value) ?? String(value));
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function enclosed(first: number, count: number, value: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : String(value);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** A, B, … Z, AA, BB, …: Word repeats the letter. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function digitByDigit(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join("");
}

function counting(value: number): string {
  return grouped(value, DIGITS, ["", "十", "百", "千"]).replace(/^一十/, "十");
}

function grouped(value: number, digits: readonly string[], units: readonly string[]): string {
  if (value > 9999) return String(value);
  if (value === 0) return digits[0] ?? "0";
  let text = "";
  let gap = false;
  [...String(value)].forEach((digit, index, all) => {
    if (digit === "0") gap = true;
    else {
      text += (gap ? "零" : "") + (digits[Number(digit)] ?? "") + (units[all.length - 1 - index] ?? "");
      gap = false;
    }
  });
  return text;
}
