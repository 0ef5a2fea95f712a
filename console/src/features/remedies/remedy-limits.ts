import type { ListedRemedy } from "@gongkai/server/contract";

/** A limit of a remedy that still runs, as one would say it. */
export interface RemedyLimit {
  readonly label: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
}

export type RemedyStep = "copy" | "reply" | "decision";

type Standing = Pick<ListedRemedy, "receivedOn" | "replyDueOn" | "repliedOn" | "decidedOn" | "redoDueOn" | "redoneOn">;

/** What is due next: the reply to the body, then the new answer it has ordered. */
export function nextLimit({ replyDueOn, repliedOn, decidedOn, redoDueOn, redoneOn }: Standing, today: string): RemedyLimit | undefined {
  if (redoDueOn !== null && redoneOn === null) return { label: "重新答复", dueOn: redoDueOn, isOverdue: redoDueOn < today };
  if (decidedOn === null && replyDueOn !== null && repliedOn === null)
    return { label: "提交答复和证据", dueOn: replyDueOn, isOverdue: replyDueOn < today };
  return undefined;
}

/** Which steps can still be recorded. */
export function openSteps({ receivedOn, repliedOn, decidedOn }: Standing): readonly RemedyStep[] {
  if (decidedOn !== null) return [];
  const steps: RemedyStep[] = [];
  if (receivedOn === null) steps.push("copy");
  else if (repliedOn === null) steps.push("reply");
  return [...steps, "decision"];
}
