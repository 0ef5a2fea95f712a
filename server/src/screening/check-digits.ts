/** Check digits and shapes of numbers people are known by. */

const PROVINCES: ReadonlySet<string> = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: 18 signs, `X` in capitals. The check digit is that of ISO 7064 MOD 11-2. */
export function isResidentId(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number) || !PROVINCES.has(number.slice(0, 2))) return false;
  return isDate(number.slice(6, 14)) && residentCheckDigit(number) === number[17];
}

/** The check digit that belongs to the first 17 digits. */
export function residentCheckDigit(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

function isDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  if (year < 1880 || year > 2099) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 统一社会信用代码, GB 32100-2015: not personal, and sometimes all digits. */
export function isCreditCode(code: string): boolean {
  const signs = [...code];
  if (signs.length !== 18 || signs.some((sign) => !CREDIT_SIGNS.includes(sign))) return false;
  const sum = signs.slice(0, 17).reduce((total, sign, index) => total + CREDIT_SIGNS.indexOf(sign) * (3 ** index % 31), 0);
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] === signs[17];
}
