import type { CaseEvent } from "../case/case-file.ts";
import type { OutcomeCode } from "../outcomes/outcome.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ActDetails, ActName } from "./act.ts";

type Given = Partial<Omit<ActDetails, "by" | "on">>;

/** The events an act puts down, in the order in which they are to be appended. Details it asks for are taken as given. */
export function makeEvents(act: ActName, given: Given, on: PlainDate): readonly CaseEvent[] {
  const note = (name: string): readonly CaseEvent[] => [{ type: "noted", on, name }];
  const consultation = { id: given.consultation ?? "", ...(given.receivedOn === undefined ? {} : { receivedOn: given.receivedOn }) };
  switch (act) {
    case "submit":
      return [{ type: "submitted", on }];
    case "confirm":
      return [{ type: "confirmed", on }];
    case "register":
      return note("registered");
    case "assign":
      return note("assigned");
    case "askCorrection":
      return [{ type: "correctionAsked", on, ...(given.correctBy === undefined ? {} : { by: given.correctBy }) }];
    case "recordCorrection":
      return [{ type: "corrected", on }];
    case "expireCorrection":
      return [{ type: "correctionExpired", on }];
    case "findUnclear":
    case "draftReply":
      return note("drafted");
    case "askReasons":
      return [{ type: "reasonsAsked", on }];
    case "acceptReasons":
      return [{ type: "reasonsGiven", on }];
    case "rejectReasons":
      return [{ type: "reasonsGiven", on }, ...note("drafted")];
    case "noticeFee": {
      const { amount, receivedOn } = given;
      return [
        { type: "feeNotified", on, ...(amount === undefined ? {} : { amount }), ...(receivedOn === undefined ? {} : { receivedOn }) },
      ];
    }
    case "recordPayment":
      return [{ type: "feePaid", on }];
    case "expireFee":
      return [{ type: "feeExpired", on }];
    case "consultThirdParty":
      return [{ type: "consultationSent", on, with: "thirdParty", ...consultation }];
    case "consultOrgan":
      return [{ type: "consultationSent", on, with: "organ", ...consultation }];
    case "recordOpinion":
      return [{ type: "opinionReceived", on, id: consultation.id, position: given.position ?? "none" }];
    case "expireOpinion":
      return [{ type: "opinionExpired", on, id: consultation.id }];
    case "extend":
      return [{ type: "extended", on, days: given.days ?? 1, approvedBy: "officeHead" }];
    case "return":
      return note("returned");
    case "override":
      return note("overridden");
    case "answerOnSpot":
    case "sign":
      return [reply(given.outcome ?? "granted", given, on)];
    case "serve":
      return [{ type: "delivered", on }];
    case "withdraw":
      return [{ type: "withdrawn", on }];
    case "close":
      return [{ type: "closed", on }];
    case "reopen":
      return [{ type: "reopened", on, ...(given.days === undefined ? {} : { days: given.days }) }];
  }
}

function reply(outcome: OutcomeCode, { article }: Given, on: PlainDate): CaseEvent {
  return { type: "replied", on, outcome, ...(article === undefined ? {} : { article }) };
}
