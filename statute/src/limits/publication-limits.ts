import { REGULATIONS, SINCE } from "../in-force.ts";
import { plainDate } from "../plain-date.ts";
import { days, type Limit, workingDays } from "./limit.ts";

/** Until when what must be published has to be public. */
export const PUBLICATION: Limit = {
  kind: "limit",
  id: "publication",
  cites: `${REGULATIONS}第二十六条`,
  inForce: SINCE.regulations2019,
  confidence: "verified",
  says: "属于主动公开范围的政府信息，自形成或者变更之日起20个工作日内公开；法律、法规对期限另有规定的，从其规定。",
  length: workingDays(20),
  runsFrom: "政府信息形成或者变更之日",
  cases: [{ from: plainDate("2026-09-11"), on: plainDate("2026-10-15") }],
};

/** Budgets and final accounts have a limit of their own. */
export const BUDGET_PUBLICATION: Limit = {
  kind: "limit",
  id: "budget-publication",
  cites: "《预算法》第十四条",
  inForce: { from: plainDate("2015-01-01") },
  confidence: "known",
  says: "经批准的预算、决算，在批准后20日内向社会公开。",
  length: days(20),
  runsFrom: "批准（批复）之日",
  cases: [{ from: plainDate("2026-02-06"), on: plainDate("2026-02-26") }],
};

export const PUBLICATION_LIMITS = [PUBLICATION, BUDGET_PUBLICATION];
