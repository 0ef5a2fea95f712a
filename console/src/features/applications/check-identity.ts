/** Weights and check signs of GB 11643: the last sign of a resident's number. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = "10X98765432";

/** GB 32100: the signs of a unified credit code, without I, O, Z, S, V, and the weights. */
const CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What looks wrong with a resident's identity number; undefined when nothing does. A hint: papers may be old or foreign. */
export function hintForResidentId(text: string): string | undefined {
  const number = text.trim().toUpperCase();
  if (number === "") return undefined;
  if (!/^\d{17}[\dX]$/.test(number)) return `居民身份证号码一般为 18 位，现在是 ${number.length} 位，请核对。`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return SIGNS[sum % 11] === number[17] ? undefined : "居民身份证号码的最后一位校验不符，可能录错了，请核对。";
}

/** The same for a unified social credit code. */
export function hintForCreditCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (code === "") return undefined;
  if (code.length !== 18 || [...code].some((sign) => !CODE_SIGNS.includes(sign)))
    return "统一社会信用代码一般为 18 位数字和大写字母，请核对。";
  const sum = CODE_WEIGHTS.reduce((total, weight, index) => total + weight * CODE_SIGNS.indexOf(code[index] ?? ""), 0);
  return CODE_SIGNS[(31 - (sum % 31)) % 31] === code[17] ? undefined : "统一社会信用代码的校验码不符，可能录错了，请核对。";
}
