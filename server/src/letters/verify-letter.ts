import type { Queryable } from "../platform/database/open-database.ts";
import { checkCode } from "./freeze-letter.ts";
import { regionFindByContent, regionListByNumber } from "./queries.ts";

/** What anyone who holds a letter may be told of it: that it was issued, by whom and when. Nothing of what it says. */
export interface VerifiedLetter {
  readonly agencyName: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
}

/** The issued letter with this number and the code printed on it; undefined when there is none. Blanks and case do not matter. */
export async function verifyLetterNumber(
  db: Queryable,
  given: { readonly number: string; readonly code: string },
): Promise<VerifiedLetter | undefined> {
  const number = given.number
    .replaceAll(/\s/g, "")
    .replace(/[[［【]/, "〔")
    .replace(/[\]］】]/, "〕");
  const code = plain(given.code);
  const rows = await regionListByNumber(db, number);
  return present(rows.find(({ letter_id }) => plain(checkCode(letter_id)) === code));
}

/** The issued letter whose frozen content has this SHA-256; undefined when there is none. */
export async function verifyLetter(db: Queryable, hash: string): Promise<VerifiedLetter | undefined> {
  return /^[0-9a-f]{64}$/.test(hash) ? present(await regionFindByContent(db, hash)) : undefined;
}

function present(row: Awaited<ReturnType<typeof regionFindByContent>>): VerifiedLetter | undefined {
  return row === undefined ? undefined : { agencyName: row.agency_name, title: row.title, number: row.number, issuedOn: row.issued_on };
}

function plain(code: string): string {
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");
}
