import type { Calendar, PlainDate, RemedyCase } from "@gongkai/statute";
import type { ActServices, Officer } from "../applications/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { stoppedClock } from "../platform/clock.ts";
import { decideRemedy, fileRemedy, replyToRemedy } from "../remedies/index.ts";
import type { ResultDetail } from "../remedies/schema.ts";
import { workingDaysAfter } from "./demo-cases.ts";

/** A reconsideration or lawsuit about an answer of the demonstration; days are working days after the answer. */
interface RemedyPlan {
  readonly kind: RemedyCase["remedy"];
  readonly body: string;
  readonly filed: number;
  readonly result?: ResultDetail;
}

const BODY = "云溪县人民政府（演示）";
const COURT = "云溪县人民法院（演示）";

/** By the number of the past case they are about. */
const PLANS: Readonly<Record<number, RemedyPlan>> = {
  2: { kind: "reconsideration", body: BODY, filed: 12, result: "维持" },
  4: { kind: "litigationDirect", body: COURT, filed: 30, result: "维持" },
  5: { kind: "reconsideration", body: BODY, filed: 8, result: "确认违法" },
  9: { kind: "reconsideration", body: BODY, filed: 15, result: "撤回" },
  13: { kind: "litigationAfter", body: COURT, filed: 50 },
};

/** What followed a past answer, where something did: the copy, the organ's reply, the decision, each on its day if that has come. */
export async function liveRemedy(
  { ledger, services, calendar }: { readonly ledger: Ledger; readonly services: ActServices; readonly calendar: Calendar },
  about: {
    readonly index: number;
    readonly agencyId: number;
    readonly applicationId: string;
    readonly answeredOn: PlainDate;
    readonly today: PlainDate;
    readonly officer: Officer;
  },
): Promise<void> {
  const { index, agencyId, applicationId, answeredOn, today, officer } = about;
  const plan = PLANS[index];
  if (plan === undefined) return;
  const on = (days: number): PlainDate => workingDaysAfter(calendar, answeredOn, days);
  const ledgerOn = (date: PlainDate): Ledger => ({ ...ledger, clock: stoppedClock(`${date}T02:00:00.000Z`) });
  const [filedOn, receivedOn, repliedOn, decidedOn] = [on(plan.filed), on(plan.filed + 3), on(plan.filed + 9), on(plan.filed + 30)];
  if (receivedOn > today) return;
  const { kind, body } = plan;
  const given = { kind, application: applicationId, body, number: "", filedOn, receivedOn, isSimplified: false };
  const filed = await fileRemedy(ledgerOn(receivedOn), { agencyId, officer, given, commandKey: `demo:remedy-${index}` });
  if (!filed.ok) throw new Error(`A remedy of the demonstration was refused: ${filed.refusal}`);
  const { id: remedyId, version } = filed.value;
  if (repliedOn > today) return;
  const replied = await replyToRemedy(ledgerOn(repliedOn), { agencyId, remedyId, officer, given: { version, documents: [] } });
  if (!replied.ok) throw new Error(`A reply of the demonstration was refused: ${replied.refusal}`);
  if (plan.result === undefined || decidedOn > today) return;
  const decision = { version: replied.value.version, on: decidedOn, result: plan.result, redo: false, documents: [] };
  const decided = await decideRemedy(ledgerOn(decidedOn), services, { agencyId, remedyId, officer, given: decision });
  if (!decided.ok) throw new Error(`A decision of the demonstration was refused: ${decided.refusal}`);
}
