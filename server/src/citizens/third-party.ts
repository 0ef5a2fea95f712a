import { randomBytes, randomUUID } from "node:crypto";
import { endOfLimit, foldCase, type PlainDate, plainDate, type Result, THIRD_PARTY_OPINION } from "@gongkai/statute";
import type { Selectable } from "kysely";
import { type ActHook, type ActServices, performInTurn, THIRD_PARTY, toCase } from "../applications/index.ts";
import { type CommonRefusal, type Ledger, openSealed, readHistory, runCommand, type Turn } from "../ledger/index.ts";
import { findRecipients, notify } from "../messages/index.ts";
import type { ThirdPartyLinkRow } from "../platform/database/row-types.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { addMinutes } from "../platform/instant.ts";
import { keyedHash, matchesHash } from "./keyed-hash.ts";
import type { KeptFile } from "./keep-file.ts";
import { writeStatement } from "./statement.ts";

export type LinkRefusal = "not-found" | "no-such-consultation" | "consultation-over";
export type OpinionRefusal = CommonRefusal | "link-gone" | "link-used" | "consultation-over" | "reasons-missing" | "position-missing";

export interface NewLink {
  readonly applicationId: string;
  readonly consultation: string;
  /** What is to be disclosed, as the third party may know it. Nothing about who applied. */
  readonly about: string;
  /** Why its rights may be touched. */
  readonly why: string;
}

const LINK_DAYS = 60;

/**
 * Makes the link by which a third party gives its opinion, within the turn that consults or in one of its own; a former link of
 * the same consultation is good no longer. The token is told here once: the database has its keyed hash.
 */
export async function createThirdPartyLink(
  turn: Turn,
  { keys }: Pick<Ledger, "keys">,
  { applicationId, consultation, about, why }: NewLink,
): Promise<Result<{ readonly token: string; readonly expiresAt: string }, LinkRefusal>> {
  const { tx, agencyId, at } = turn;
  const stream = { kind: "application", id: applicationId };
  const history = await turn.history(stream);
  if (history.length === 0) return { ok: false, refusal: "not-found" };
  const isOf = ({ payload }: (typeof history)[number]) => payload["id"] === consultation;
  if (!history.some((event) => event.type === "consultationSent" && event.payload["with"] === "thirdParty" && isOf(event)))
    return { ok: false, refusal: "no-such-consultation" };
  if (history.some((event) => (event.type === "opinionReceived" || event.type === "opinionExpired") && isOf(event)))
    return { ok: false, refusal: "consultation-over" };
  const id = randomUUID();
  const secret = randomBytes(24).toString("base64url");
  const expiresAt = addMinutes(at, LINK_DAYS * 24 * 60);
  await tx
    .updateTable("third_party_link")
    .set({ revoked_at: at })
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .where("consultation", "=", consultation)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
  await tx
    .insertInto("third_party_link")
    .values({
      agency_id: agencyId,
      link_id: id,
      application_id: applicationId,
      consultation,
      token_hash: keyedHash({ current: keys.current }, "third-party", `${agencyId}:${id}:${secret}`),
      sealed_concern: await turn.seal({ purpose: "concern", content: { about, why } }),
      created_at: at,
      expires_at: expiresAt,
    })
    .execute();
  await turn.append(stream, [{ type: "thirdPartyLinked", payload: { consultation, link: id } }]);
  return { ok: true, value: { token: `${agencyId}.${id}.${secret}`, expiresAt } };
}

type LinkRecord = Selectable<ThirdPartyLinkRow>;

/** A link that is good: what its holder may see. */
export interface OpenLink {
  readonly row: LinkRecord;
  readonly about: string;
  readonly why: string;
  readonly sentOn: PlainDate;
  /** Last day; null while it is not known when the letter arrived. */
  readonly limitOn: PlainDate | null;
}

type Needs = Pick<Ledger, "db" | "keys" | "clock">;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The link a token belongs to. Unknown, false, replaced and expired ones are one and the same. */
export async function openLink(
  { db, keys, clock }: Needs,
  token: string,
  services: ActServices,
): Promise<Result<OpenLink, "link-gone" | "link-used" | "consultation-over">> {
  const [agency = "", id = "", secret = ""] = token.split(".");
  if (!/^\d{1,9}$/.test(agency) || !UUID.test(id) || secret.length > 100) return { ok: false, refusal: "link-gone" };
  const agencyId = Number(agency);
  const row = await db
    .selectFrom("third_party_link")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("link_id", "=", id)
    .executeTakeFirst();
  const at = clock.instant();
  if (row === undefined || !matchesHash(keys, "third-party", `${agencyId}:${id}:${secret}`, row.token_hash))
    return { ok: false, refusal: "link-gone" };
  if (row.used_at !== null) return { ok: false, refusal: "link-used" };
  if (row.revoked_at !== null || row.expires_at <= at) return { ok: false, refusal: "link-gone" };
  const history = await readHistory(db, agencyId, { kind: "application", id: row.application_id });
  const today = plainDate(clock.today());
  const { openConsultations } = foldCase(toCase(history), { today, calendar: services.calendar });
  const sent = history.find(({ type, payload }) => type === "consultationSent" && payload["id"] === row.consultation);
  if (sent === undefined || !openConsultations.some(({ id: open }) => open === row.consultation))
    return { ok: false, refusal: "consultation-over" };
  const concern = (await openSealed(db, keys, { agencyId, sealedId: row.sealed_concern, purpose: "concern" })) as
    | { about: string; why: string }
    | undefined; // sealed above
  if (concern === undefined) return { ok: false, refusal: "link-gone" };
  const receivedOn = typeof sent.payload["receivedOn"] === "string" ? plainDate(sent.payload["receivedOn"]) : undefined;
  const limitOn = receivedOn === undefined ? null : endOfLimit(THIRD_PARTY_OPINION, receivedOn, services.calendar);
  if (row.opened_at === null)
    await db.updateTable("third_party_link").set({ opened_at: at }).where("agency_id", "=", agencyId).where("link_id", "=", id).execute();
  return { ok: true, value: { row, ...concern, sentOn: sent.on, limitOn } };
}

export interface Opinion {
  readonly position: "agree" | "object" | "";
  readonly text: string;
  readonly files: readonly KeptFile[];
}

/** Takes a third party's opinion into the case. The link is used up in the same transaction. */
export async function giveOpinion(
  ledger: Ledger,
  { files: store, services }: { readonly files: FileStore; readonly services: () => ActServices },
  { row }: Pick<OpenLink, "row">,
  { position, text, files }: Opinion,
): Promise<Result<null, OpinionRefusal>> {
  if (position === "") return { ok: false, refusal: "position-missing" };
  if (position === "object" && text === "" && files.length === 0) return { ok: false, refusal: "reasons-missing" };
  const { agency_id: agencyId, link_id: linkId, application_id: applicationId, consultation } = row;
  const given = await runCommand<null, OpinionRefusal>(
    ledger,
    { command: "citizen:opinion", agencyId, actor: THIRD_PARTY.actor, commandKey: `opinion:${linkId}`, request: { position, text } },
    async (turn) => {
      const used = await turn.tx
        .updateTable("third_party_link")
        .set({ used_at: turn.at })
        .where("agency_id", "=", agencyId)
        .where("link_id", "=", linkId)
        .where("used_at", "is", null)
        .where("revoked_at", "is", null)
        .returning("link_id")
        .executeTakeFirst();
      if (used === undefined) return { ok: false, refusal: "link-gone" };
      const history = await turn.history({ kind: "application", id: applicationId });
      const statement = await writeStatement(turn, { applicationId, kind: "opinion", text, files });
      const note: ActHook = async () => ({ ok: true, value: { payload: { statement: statement.id } } });
      const { calendar, hooks } = services();
      const done = await performInTurn(
        turn,
        { calendar, hooks: [...hooks, note] },
        {
          applicationId,
          act: "recordOpinion",
          officer: THIRD_PARTY,
          given: { version: history.length, consultation, position, documents: [...statement.documents] },
        },
      );
      if (!done.ok) return { ok: false, refusal: "consultation-over" };
      const to = await findRecipients(turn.tx, { agencyId, today: turn.today, to: { roles: ["registrar", "officeHead"] } });
      await notify(turn.tx, {
        agencyId,
        at: turn.at,
        to,
        kind: "notice",
        title: `申请${done.value.number ?? ""}：收到第三方意见`,
        subject: { kind: "application", id: applicationId },
        onceKey: `citizen-opinion:${linkId}`,
      });
      return { ok: true, value: null };
    },
  );
  if (!given.ok) for (const { sha256 } of files) await store.erase(sha256);
  return given;
}
