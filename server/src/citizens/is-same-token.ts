import { timingSafeEqual } from "node:crypto";

/** Whether a form brought the token that was put into it. Takes as long for a wrong one. */
export function isSameToken(given: string | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
