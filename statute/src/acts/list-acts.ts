import type { Calendar } from "../calendar/calendar.ts";
import type { ApplicationCase } from "../case/case-file.ts";
import { foldStanding } from "../case/fold-case.ts";
import { unanswered } from "../case/permitted.ts";
import type { Standing } from "../case/standing.ts";
import type { PlainDate } from "../plain-date.ts";
import { inWords } from "../words/in-words.ts";
import { ACT_REFUSAL_WORDS, ACT_WARNING_WORDS } from "./act-words.ts";
import type { Act, ActDetails, ActName, ActRefusalCode, ActWarningCode } from "./act.ts";
import { ACTS } from "./acts.ts";
import { type ActRemark, citesOf, judge } from "./check-act.ts";
import type { Role } from "./roles.ts";

/** An act as a screen offers it, or tells why it does not. */
export interface ListedAct {
  readonly act: ActName;
  readonly label: string;
  readonly by: readonly Role[];
  readonly proposedBy?: Role;
  readonly approvedBy?: Role;
  readonly permitted: boolean;
  readonly refusal?: ActRemark<ActRefusalCode>;
  readonly warnings: readonly ActRemark<ActWarningCode>[];
  readonly cites: string;
  /** What will happen to the clock if it is done today. */
  readonly consequence: string;
}

/**
 * Every act, whether it may be done today, by whom, and what it would do to the clock; those that may be done first. What an
 * act still has to be given (an outcome, a reason) is left to `checkAct`.
 *
 * @example listActs(file, { today, calendar }).filter(({ permitted, by }) => permitted && by.includes("officeHead"))
 */
export function listActs(
  application: Pick<ApplicationCase, "channel" | "events">,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): readonly ListedAct[] {
  const standing = foldStanding(application, { today, calendar });
  const listed = ACTS.map((act): ListedAct => {
    const tried = listTries(act, standing).map((details) => judge(act, { standing, application, details, on: today, calendar }));
    const best = tried.find(({ refusals }) => refusals.length === 0) ?? tried[0];
    const [refusal] = best?.refusals ?? [];
    const { act: name, label, by, proposedBy, approvedBy, cites, consequence } = act;
    const dueOn = best?.dueOn ?? null;
    return {
      act: name,
      label,
      by,
      ...(proposedBy === undefined ? {} : { proposedBy }),
      ...(approvedBy === undefined ? {} : { approvedBy }),
      permitted: refusal === undefined,
      ...(refusal === undefined ? {} : { refusal: { code: refusal, text: ACT_REFUSAL_WORDS[refusal], cites: citesOf(act, refusal) } }),
      warnings: (best?.warnings ?? []).map((code) => ({ code, text: ACT_WARNING_WORDS[code], cites })),
      cites,
      consequence: dueOn === null ? consequence : `${consequence}，${act.act === "extend" ? "最迟" : "答复期限"}至${inWords(dueOn)}`,
    };
  });
  return [...listed.filter(({ permitted }) => permitted), ...listed.filter(({ permitted }) => !permitted)];
}

/** What an act might be given, so that only its guards can be against it: the longest extension, each open consultation. */
function listTries({ act }: Act, standing: Standing): readonly Partial<ActDetails>[] {
  switch (act) {
    case "extend":
      return [{ days: 20 }];
    case "recordOpinion":
    case "expireOpinion": {
      const open = unanswered(standing).map(({ id }) => ({ consultation: id }));
      return open.length > 0 ? open : [{}];
    }
    case "consultThirdParty":
    case "consultOrgan":
      return [{ consultation: newId(standing) }];
    default:
      return [{}];
  }
}

function newId({ consultations }: Standing): string {
  let number = consultations.length + 1;
  while (consultations.some(({ id }) => id === String(number))) number++;
  return String(number);
}
