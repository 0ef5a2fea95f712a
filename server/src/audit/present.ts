import type { StoredEvent } from "../ledger/index.ts";
import { PERSONAL_STREAMS } from "./queries.ts";
import type { AuditEntry } from "./schema.ts";
import { type EventWords, wordsOf } from "./words.ts";

/** Events as the audit lists them; `names` holds the people's names by their numbers. */
export function presentEntries(
  events: readonly StoredEvent[],
  {
    names,
    subjects,
    words,
  }: {
    readonly names: ReadonlyMap<string, string>;
    readonly subjects: ReadonlyMap<string, string>;
    readonly words: EventWords;
  },
): AuditEntry[] {
  return events.map(({ sequence, recordedAt, on, stream, type, actor, payload }) => {
    const about = PERSONAL_STREAMS.includes(stream.kind) ? names.get(stream.id) : undefined;
    return {
      sequence,
      at: recordedAt,
      on,
      stream: { kind: stream.kind, id: stream.id },
      type,
      words: wordsOf(stream.kind, type, words),
      actor: { ...actor, name: actor.id === null ? null : (names.get(actor.id) ?? null) },
      subject: subjects.get(stream.id) ?? null,
      about: about === undefined ? null : { id: stream.id, name: about },
      payload: payload as AuditEntry["payload"], // JSON as it came from the database: nothing undefined
    };
  });
}
