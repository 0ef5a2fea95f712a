import { type Channel, type PlainDate, receiptRule, type Result } from "@gongkai/statute";
import type { Turn } from "../ledger/index.ts";
import { keepRequest } from "./keep-request.ts";
import { applicantKey, maskName, requestKey } from "./keys.ts";
import type { Applicant, InformationRequest } from "./schema.ts";

export interface Submission {
  readonly channel: Channel;
  readonly applicant: Applicant;
  readonly request: InformationRequest;
  readonly submittedOn: PlainDate;
  /** When both sides confirmed, for the channels that ask for it (Art. 31). */
  readonly confirmedOn?: PlainDate | undefined;
  readonly summary?: string | undefined;
  readonly documents: readonly string[];
}

export type SubmissionRefusal = "in-the-future" | "confirmed-before-submitted" | "identity-missing" | "contact-missing";

/** Years that an applicant's data is kept after the application came in; the organ's schedule may say otherwise. */
const KEPT_YEARS = 10;

/**
 * Takes an application in: seals who applies, keeps what is asked for, and writes the first event. Runs inside a command;
 * gives the id of the new stream. Registration with a number is another step.
 */
export async function submitApplication(
  turn: Turn,
  key: Buffer,
  { channel, applicant, request, submittedOn, confirmedOn, summary, documents }: Submission,
): Promise<Result<{ readonly id: string }, SubmissionRefusal>> {
  const refusal = refuse(turn.today, { applicant, submittedOn, confirmedOn });
  if (refusal !== undefined) return { ok: false, refusal };
  const stream = turn.begin("application");
  const { id } = stream;
  const sealedId = await turn.seal({ purpose: "applicant", content: applicant, eraseOn: yearsLater(submittedOn, KEPT_YEARS) });
  await keepRequest(turn, id, request);
  await turn.append(stream, [
    {
      type: "submitted",
      on: submittedOn,
      payload: {
        channel,
        applicant: sealedId,
        applicantKind: applicant.kind,
        applicantName: maskName(applicant),
        applicantKey: applicantKey(key, applicant),
        requestKey: requestKey(request),
        summary: summary === undefined || summary === "" ? request.title.slice(0, 100) : summary,
        carrier: request.carrier,
        delivery: request.delivery,
      },
      documents,
    },
    ...(confirmedOn !== undefined && receiptRule(channel).by === "confirmed" ? [{ type: "confirmed", on: confirmedOn }] : []),
  ]);
  return { ok: true, value: { id } };
}

/** Art. 29(2): name, identity and contact of the applicant. */
function refuse(
  today: PlainDate,
  { applicant, submittedOn, confirmedOn }: Pick<Submission, "applicant" | "submittedOn" | "confirmedOn">,
): SubmissionRefusal | undefined {
  if (submittedOn > today || (confirmedOn ?? today) > today) return "in-the-future";
  if (confirmedOn !== undefined && confirmedOn < submittedOn) return "confirmed-before-submitted";
  const { idNumber = "", creditCode = "", telephone = "", address = "", email = "" } = applicant;
  if (idNumber === "" && creditCode === "") return "identity-missing";
  if (telephone === "" && address === "" && email === "") return "contact-missing";
  return undefined;
}

function yearsLater(date: PlainDate, years: number): string {
  return `${Number(date.slice(0, 4)) + years}-12-31`;
}
