import { randomUUID } from "node:crypto";
import { yearOf } from "@gongkai/statute";
import { eraseSealed, type SealingKeys, type StreamName, type Turn } from "../ledger/index.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { composeLetter, type LetterIssue } from "./compose-letter.ts";
import { sealedIdOf } from "./draft-fields.ts";
import { checkCode, freezeLetter } from "./freeze-letter.ts";
import type { LetterFacts } from "./letter-facts.ts";
import { type LetterKind, SERIES } from "./letter-kind.ts";
import type { LetterRecord } from "./queries.ts";
import { findTemplate } from "./templates.ts";

export interface LetterStores {
  readonly files: FileStore;
  readonly keys: SealingKeys;
}

export interface Issue {
  readonly kind: LetterKind;
  /** What bears the number; an event of this stream must carry it, as `runCommand` sees to. */
  readonly stream: StreamName;
  readonly applicationId: string | null;
  /** With everything in it. */
  readonly facts: LetterFacts;
  /** The same with the applicant masked. */
  readonly masked: LetterFacts;
  /** The draft it grew from. */
  readonly draft?: LetterRecord | undefined;
}

export interface IssuedLetter {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  /** SHA-256 of the frozen content. */
  readonly sha256: string;
}

export type Issued =
  | { readonly ok: true; readonly value: IssuedLetter }
  | { readonly ok: false; readonly refusal: "letter-incomplete"; readonly refusals: readonly LetterIssue[] };

/**
 * Issues a letter inside a turn: composes it with its number, freezes it, and keeps its row. The caller writes the event with
 * number and hash. Refused, with everything that is missing, before any number is taken.
 */
export async function issueInTurn(
  turn: Turn,
  stores: LetterStores,
  { kind, stream, applicationId, facts, masked, draft }: Issue,
): Promise<Issued> {
  const { tx, agencyId, at, actor } = turn;
  const template = await findTemplate(tx, agencyId, kind);
  const tried = composeLetter(kind.kind, facts, template);
  if (!tried.ok) return tried;
  const id = draft?.letter_id ?? randomUUID();
  const year = yearOf(facts.on);
  const { series } = kind;
  const number =
    series === null
      ? null
      : await turn.issueNumber({
          series: `letter:${series}`,
          year,
          stream,
          print: (serial) => `${facts.agency.mark}${SERIES[series]}〔${year}〕${serial}号`,
        });
  const own = { number, code: number === null ? null : checkCode(id) };
  const [whole, cut] = [
    composeLetter(kind.kind, { ...facts, ...own }, template),
    composeLetter(kind.kind, { ...masked, ...own }, template),
  ];
  if (!whole.ok) return whole;
  if (!cut.ok) return cut;
  const sha256 = await freezeLetter(turn, stores, id, {
    kind: kind.kind,
    title: template.title,
    number,
    on: facts.on,
    templateVersion: template.version,
    fields: facts.fields,
    doc: whole.value,
    maskedDoc: cut.value,
  });
  const row = {
    state: "issued",
    number,
    title: template.title,
    fields: "{}", // they are in the frozen content
    template_version: template.version,
    content_sha256: sha256,
    issued_on: facts.on,
    changed_at: at,
    changed_by: actor.kind === "person" ? actor.personId : null,
    released: null, // what goes out with it stands in the act's event
    documents: null,
  };
  if (draft === undefined) {
    await tx
      .insertInto("letter")
      .values({ agency_id: agencyId, letter_id: id, application_id: applicationId, kind: kind.kind, ...row })
      .execute();
  } else {
    await tx
      .updateTable("letter")
      .set({ ...row, version: draft.version + 1 })
      .where("agency_id", "=", agencyId)
      .where("letter_id", "=", id)
      .execute();
    const sealedId = sealedIdOf(draft.fields);
    if (sealedId !== undefined) await eraseSealed(tx, agencyId, sealedId, at);
  }
  return { ok: true, value: { id, kind: kind.kind, number, sha256 } };
}
