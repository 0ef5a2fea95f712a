import { plainDate, type Result } from "@gongkai/statute";
import { administers, PLATFORM } from "../agencies/index.ts";
import { type Actor, type CommonRefusal, type Ledger, runCommand, type Turn } from "../ledger/index.ts";
import { findAble, type PersonRefusal } from "./give-post.ts";
import { findPost, listPlatformAdministrators, type PostRecord } from "./queries.ts";
import type { EndPost, SetAbsence, SetDeputy } from "./schema.ts";

interface PostCall {
  readonly agencyId: number;
  readonly actor: Actor;
  readonly postId: string;
  readonly commandKey?: string | undefined;
}

type Refusal = "no-such-post" | "post-ended" | CommonRefusal;

/** Names who stands in for the holder (B岗), or nobody. */
export async function setDeputy(
  ledger: Ledger,
  { version, deputy, ...call }: PostCall & SetDeputy,
): Promise<Result<null, Refusal | PersonRefusal | "deputy-is-holder" | "no-deputy">> {
  const request = { postId: call.postId, version, deputy };
  return runCommand<null, Refusal | PersonRefusal | "deputy-is-holder" | "no-deputy">(
    ledger,
    { command: "set-deputy", ...call, request },
    async (turn) => {
      const found = await loadPost(turn, call.postId, { version, mayHolder: false });
      if (!found.ok) return found;
      const post = found.value;
      const standingIn = deputy === null ? undefined : await findAble(turn, deputy);
      if (standingIn?.ok === false) return standingIn;
      const deputyId = standingIn?.value.person_id ?? null;
      if (deputyId === post.holder_id) return { ok: false, refusal: "deputy-is-holder" };
      const isAway = post.absent_from !== null && (post.absent_until === null || post.absent_until >= turn.today);
      if (deputyId === null && isAway) return { ok: false, refusal: "no-deputy" };
      await turn.append({ kind: "post", id: call.postId }, [{ type: "deputySet", payload: { deputyId } }]);
      return { ok: true, value: null };
    },
  );
}

/** Says from when to when the holder is away, so that the deputy acts; or that the holder is back. The holder may say so too. */
export async function setAbsence(
  ledger: Ledger,
  { version, absence, ...call }: PostCall & SetAbsence,
): Promise<Result<null, Refusal | "absence-ends-early" | "no-deputy">> {
  const request = { postId: call.postId, version, absence };
  return runCommand<null, Refusal | "absence-ends-early" | "no-deputy">(
    ledger,
    { command: "set-absence", ...call, request },
    async (turn) => {
      const found = await loadPost(turn, call.postId, { version, mayHolder: true });
      if (!found.ok) return found;
      if (absence !== null && found.value.deputy_id === null) return { ok: false, refusal: "no-deputy" };
      if (absence !== null && absence.until !== null && absence.until < absence.from) return { ok: false, refusal: "absence-ends-early" };
      const event = absence === null ? { type: "absenceEnded" } : { type: "absenceSet", payload: { ...absence } };
      await turn.append({ kind: "post", id: call.postId }, [event]);
      return { ok: true, value: null };
    },
  );
}

/** Ends a post from today on; what was done in it stays. */
export async function endPost(
  ledger: Ledger,
  { version, ...call }: PostCall & EndPost,
): Promise<Result<null, Refusal | "last-administrator">> {
  const request = { postId: call.postId, version };
  return runCommand<null, Refusal | "last-administrator">(ledger, { command: "end-post", ...call, request }, async (turn) => {
    const found = await loadPost(turn, call.postId, { version, mayHolder: false });
    if (!found.ok) return found;
    const { role, holder_id } = found.value;
    if (turn.agencyId === PLATFORM && role === "administrator") {
      const others = (await listPlatformAdministrators(turn.tx, turn.today)).filter((personId) => personId !== holder_id);
      if (others.length === 0) return { ok: false, refusal: "last-administrator" };
    }
    await turn.append({ kind: "post", id: call.postId }, [{ type: "postEnded", on: plainDate(turn.today) }]);
    return { ok: true, value: null };
  });
}

async function loadPost(
  turn: Turn,
  postId: string,
  { version, mayHolder }: { readonly version: number; readonly mayHolder: boolean },
): Promise<Result<PostRecord, Refusal>> {
  const post = await findPost(turn.tx, turn.agencyId, postId);
  const isHolder = turn.actor.kind === "person" && turn.actor.personId === post?.holder_id;
  if (!(mayHolder && isHolder) && !(await administers(turn.tx, turn))) return { ok: false, refusal: "not-allowed" };
  if (post === undefined) return { ok: false, refusal: "no-such-post" };
  const history = await turn.history({ kind: "post", id: postId });
  if (history.length !== version) return { ok: false, refusal: "changed-meanwhile" };
  return post.ended_on === null ? { ok: true, value: post } : { ok: false, refusal: "post-ended" };
}
