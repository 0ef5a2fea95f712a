/**
 * What a function gives that may have to say no: a value, or the reason as a code the caller has words for.
 *
 * @example
 * const date = parsePlainDate("2026-02-30"); // { ok: false, refusal: "not-a-date" }
 */
export type Result<Value, Refusal = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };
