import type { DescribedKind, LetterDraft } from "@gongkai/server/contract";
import { OUTCOME_CODES, type OutcomeCode } from "@gongkai/statute";

export interface ReplyValues {
  readonly outcome: OutcomeCode | undefined;
  readonly article: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isSealed: boolean;
}

/** Where the desk begins: with the draft that is there, else empty. */
export function startReply(draft: Pick<LetterDraft, "kind" | "fields"> | undefined, kinds: readonly DescribedKind[]): ReplyValues {
  const code = draft?.kind.replace(/^answer\./, "");
  const outcome = OUTCOME_CODES.find((one) => one === code);
  const { article: kept, ...fields } = draft?.fields ?? {};
  const article = kept ?? kinds.find(({ kind }) => kind === draft?.kind)?.consequences?.article ?? "";
  return { outcome, article, fields, isSealed: false };
}
