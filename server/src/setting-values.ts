import { z } from "zod";

/** A value that may be left out, which is then undefined. */
export function perhaps(isRight: (value: string) => boolean) {
  return z
    .string()
    .refine((value) => value === "" || isRight(value))
    .transform((value) => (value === "" ? undefined : value));
}

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most)
    .transform(Number);
}

/** Plain HTTP only where nobody outside can listen: this machine, the inner network. The address is looked at again when it is used. */
export function isHookUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  if (username !== "" || password !== "") return false;
  return (
    protocol === "https:" ||
    (protocol === "http:" && /^(localhost$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]$|\[f[cd])/.test(hostname))
  );
}

export function isBaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, search, hash, username } = new URL(value);
  return (protocol === "http:" || protocol === "https:") && search === "" && hash === "" && username === "";
}
