import { addDays, isPlainDate, type PlainDate, plainDate } from "@gongkai/statute";

const WRITTEN = /^(\d{4})\s*(?:年|[-/.．])\s*(\d{1,2})\s*(?:月|[-/.．])\s*(\d{1,2})\s*日?(?:[T\s]\s*\d{1,2}[:时].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Days as workbooks count them, the first of January 1900 being the second; from 2008 to 2118. */
const SERIAL = /^(3949[6-9]|39[5-9]\d\d|[4-7]\d{4})(?:\.\d+)?$/;
const SECOND_DAY = plainDate("1900-01-01");

/**
 * The date a cell of a register holds: 2021-3-2, 2021/03/02, 2021.3.2, 2021年3月2日, 20210302, with or without a time, or the
 * number of a day as workbooks keep it. Undefined when it is none, or has no year: a year is never guessed.
 */
export function readDate(text: string): PlainDate | undefined {
  const plain = text.normalize("NFKC").trim();
  const written = WRITTEN.exec(plain) ?? COMPACT.exec(plain);
  if (written !== null) {
    const [, year = "", month = "", day = ""] = written;
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return isPlainDate(date) ? date : undefined;
  }
  return SERIAL.test(plain) ? addDays(SECOND_DAY, Math.floor(Number(plain)) - 2) : undefined;
}
