import { type AttemptLimit, takeAttempt } from "../platform/attempts.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { DraftContent } from "./form-words.ts";
import type { Suspicion } from "./suspicion-words.ts";

const MINUTE = 60;
/** Beyond this an address is no longer taken as one applicant or one office of help: marked. */
const FREQUENT: AttemptLimit = { most: 10, windowSeconds: 60 * MINUTE, blockSeconds: 60 * MINUTE };
/** Beyond this nothing more is taken from it for a while; the drafts stay. */
const TOO_MANY: AttemptLimit = { most: 300, windowSeconds: 60 * MINUTE, blockSeconds: 15 * MINUTE };

const LINKS = /https?:\/\/|www\./gi;
const FASTEST_SECONDS = 5;

export interface Circumstances {
  readonly content: DraftContent;
  readonly address: string;
  readonly hasAnswered: boolean;
  readonly createdAt: string;
  readonly at: string;
  readonly isRepeated: boolean;
}

/** What speaks for spam. Counts the submission of this address; undefined: the address has to wait. */
export async function listSuspicions(
  db: Queryable,
  { content, address, hasAnswered, createdAt, at, isRepeated }: Circumstances,
): Promise<readonly Suspicion[] | undefined> {
  const limited = await takeAttempt(db, { limit: TOO_MANY, bucket: `apply:many:${address}`, at });
  if (!limited.isAllowed) return undefined;
  const frequent = await takeAttempt(db, { limit: FREQUENT, bucket: `apply:frequent:${address}`, at });
  const text = `${content.title ?? ""} ${content.description ?? ""}`;
  // oxlint-disable-next-line no-restricted-globals -- arithmetic on instants that were handed in
  const seconds = (Date.parse(at) - Date.parse(createdAt)) / 1000;
  return [
    ...(hasAnswered ? [] : (["question"] as const)),
    ...(frequent.isAllowed ? [] : (["frequent"] as const)),
    ...((text.match(LINKS) ?? []).length >= 3 ? (["links"] as const) : []),
    ...(seconds < FASTEST_SECONDS ? (["fast"] as const) : []),
    ...(isRepeated ? (["same"] as const) : []),
  ];
}
