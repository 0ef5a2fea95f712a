import type { Result } from "@gongkai/statute";
import { type CommonRefusal, type Ledger, runCommand } from "../ledger/index.ts";
import { findLast } from "./case-events.ts";
import type { Officer } from "./officer.ts";
import { assignmentOf } from "./perform-act.ts";
import { mayReviewAs } from "./policy.ts";
import { standingOf } from "./review-chain.ts";
import type { ReviewDraft } from "./schema.ts";

export type ReviewRefusal = "not-found" | "nothing-to-review" | "last-step-signs" | "signed-already" | CommonRefusal;

/**
 * Passes a draft on to the next step of its chain with an opinion. Nobody fills two steps of one round, except where the
 * organ has chosen a chain of two. The last step does not review but signs.
 */
export function reviewDraft(
  ledger: Ledger,
  call: {
    readonly agencyId: number;
    readonly applicationId: string;
    readonly officer: Officer;
    readonly given: ReviewDraft;
    readonly commandKey?: string | undefined;
  },
): Promise<Result<{ readonly version: number; readonly step: number }, ReviewRefusal>> {
  const { agencyId, applicationId, officer, given, commandKey } = call;
  return runCommand(
    ledger,
    { command: "application:review", agencyId, actor: officer.actor, commandKey, request: { applicationId, given } },
    async (turn): Promise<Result<{ version: number; step: number }, ReviewRefusal>> => {
      const stream = { kind: "application", id: applicationId };
      const history = await turn.history(stream);
      if (history.length === 0 || history.at(-1)?.type === "importWithdrawn") return { ok: false, refusal: "not-found" };
      if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
      const review = standingOf(history);
      const chain = findLast(history, "drafted")?.payload["chain"];
      if (review === undefined || !Array.isArray(chain)) return { ok: false, refusal: "nothing-to-review" };
      const role = String(chain[review.step] ?? "");
      if (!mayReviewAs(officer, role, assignmentOf(history))) return { ok: false, refusal: "not-allowed" };
      if (review.step >= chain.length - 1) return { ok: false, refusal: "last-step-signs" };
      const { actor } = officer;
      if (chain.length > 2 && actor.kind === "person" && review.people.includes(actor.personId))
        return { ok: false, refusal: "signed-already" };
      const whole = await turn.append(stream, [{ type: "reviewed", payload: { step: review.step + 1, role, opinion: given.opinion } }]);
      return { ok: true, value: { version: whole.length, step: review.step + 1 } };
    },
  );
}
