/** When a job runs by itself. Times are those of Asia/Shanghai, wherever the machine stands. */
export type Schedule =
  | { readonly every: "minute" }
  /** `minute`: 0–59. */
  | { readonly every: "hour"; readonly minute: number }
  /** `at`: `HH:MM`. */
  | { readonly every: "day"; readonly at: string };

/**
 * Work that is done apart from requests. A slice exports a list of them, and says by `Needs` what they lean on; the server
 * hands that in. A job may be run again after a fault or a kill, so it must do no harm the second time.
 *
 * @example const job: Job<{ ledger: Ledger }> = { name: "messages:remind", schedule: { every: "day", at: "00:20" }, run: … };
 */
export interface Job<Needs> {
  /** Slice and verb, such as `messages:remind`. */
  readonly name: string;
  /** What it does, in Chinese, for the administrator's list. */
  readonly title: string;
  readonly schedule?: Schedule;
  /** Also when a server starts: what the night would have done while the machine was off. */
  readonly atStart?: boolean;
  /** Tries before it is given up; 8 when left out, over about an hour. */
  readonly tries?: number;
  readonly run: (payload: unknown, needs: Needs, context: JobContext) => Promise<void>;
}

export interface JobContext {
  /** Aborts when the server stops: what takes long looks at it between two steps. */
  readonly signal: AbortSignal;
  /** Which try this is, from 1. */
  readonly attempt: number;
}

export const MOST_TRIES = 8;

/**
 * A failure whose reason may be shown to the administrator: it holds no personal data. Of any other fault the list of
 * failed jobs shows only its kind.
 */
export class JobFailed extends Error {
  override readonly name = "JobFailed";
}
