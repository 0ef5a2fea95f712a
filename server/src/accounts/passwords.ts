import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { COMMON_PASSWORDS } from "./common-passwords.ts";
import { LEAST_PASSWORD } from "./schema.ts";

/** argon2id (the library's default kind) with 19 MiB and two passes: about 50 ms, which a guesser pays for every guess. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type WeakPassword = "password-too-short" | "password-holds-name" | "password-too-common";

/** Why a new password will not do; undefined: it will. Length counts, signs and capitals do not. */
export function findWeakness(password: string, names: { readonly signInName: string; readonly name: string }): WeakPassword | undefined {
  const text = password.normalize("NFKC").toLowerCase();
  if ([...text].length < LEAST_PASSWORD) return "password-too-short";
  if (text.includes(names.signInName) || text.includes(names.name.toLowerCase())) return "password-holds-name";
  return COMMON_PASSWORDS.has(text) || isRun(text) ? "password-too-common" : undefined;
}

const ROWS = ["01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"];
const RUNS = ROWS.flatMap((row) => [row, [...row].toReversed().join("")]);

/** Nothing but repetitions and runs: `aaaaaaaaaa`, `1234567890`, `qwertyuiop`, `abcabcabcabc`. */
function isRun(text: string): boolean {
  for (let length = 1; length <= 4; length += 1) {
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return true;
  }
  let rest = text;
  while (rest !== "") {
    const taken = longestRun(rest);
    if (taken < 4) return false;
    rest = rest.slice(taken);
  }
  return true;
}

function longestRun(text: string): number {
  let length = Math.min(text.length, 26);
  while (length > 1 && !RUNS.some((run) => run.includes(text.slice(0, length)))) length -= 1;
  return length;
}

/** The hash that is kept. Slow on purpose: never inside a command. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/**
 * Whether the password is the one whose hash is kept. Without a hash (nobody of that name, no password yet) the same work
 * is done for nothing, so that the time taken tells nothing.
 */
export async function verifyPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const isRight = await verify(kept ?? (await nobody), password.normalize("NFKC"));
  return isRight && kept !== null && kept !== undefined;
}
let nobody: Promise<string> | undefined;

/** Without letters and digits that look alike. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Something to be told once over the telephone or on paper, such as `kq7m-w2xp-9dfh` (59 bits). */
export function makeTemporaryPassword(): string {
  return makeGroups(3);
}

/** Groups of four, such as `kq7m-w2xp`. */
export function makeGroups(groups: number): string {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? "a";
  return Array.from({ length: groups }, () => Array.from({ length: 4 }, letter).join("")).join("-");
}
