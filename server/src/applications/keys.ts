import { createHash, createHmac } from "node:crypto";
import type { Applicant, InformationRequest } from "./schema.ts";

/** The same applicant, without telling who: keyed, so that nobody without the key can try names. */
export function applicantKey(key: Buffer, { kind, name, idNumber = "", creditCode = "", telephone = "" }: Applicant): string {
  // A paper tells who it is; without one, name and telephone do as well as can be.
  const paper = squeeze(idNumber) || squeeze(creditCode);
  const who = paper === "" ? `${kind}:${squeeze(name)}:${squeeze(telephone)}` : `paper:${paper}`;
  return createHmac("sha256", key).update(who).digest("base64url").slice(0, 22);
}

/** The same request: title, number and description without blanks and punctuation. */
export function requestKey({ title, documentNumber = "", description }: InformationRequest): string {
  return createHash("sha256").update([title, documentNumber, description].map(squeeze).join("|")).digest("base64url").slice(0, 22);
}

/** What a list may show of the applicant: of a person the first character, of an organisation its name. */
export function maskName({ kind, name }: Pick<Applicant, "kind" | "name">): string {
  if (kind !== "natural") return name;
  const [first = "", ...rest] = name;
  return first + "*".repeat(Math.min(2, Math.max(1, rest.length)));
}

function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, "");
}
