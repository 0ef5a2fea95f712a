import type { Detected } from "@gongkai/server/contract";

/** From here on the office should look at how many there are; the fees by items begin with the eleventh of a month. */
const MANY_IN_MONTH = 5;
const MANY_IN_YEAR = 20;

/** Whether one applicant's applications are many enough to be pointed out. */
export function isMass({ inMonth, inYear, monthFee }: Detected["mass"]): boolean {
  return inMonth >= MANY_IN_MONTH || inYear >= MANY_IN_YEAR || monthFee > 0;
}
