import { ACTS, type CaseState, plainDate, STATE_WORDS } from "@gongkai/statute";
import type { CaseInHand, RunningLimits } from "../calendar/index.ts";
import { readHistories } from "../ledger/index.ts";
import type { DueLimit, ReminderSource } from "../messages/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { WorkItem, WorkSource } from "../today/index.ts";
import type { PostRole } from "../agencies/index.ts";
import { toCase } from "./case-events.ts";

/** More than a person can look at: the list of applications has the rest. */
const MOST_ITEMS = 300;

/** What waits for a person among the organ's applications. */
export const applicationWork: WorkSource = {
  kind: "application",
  list: async (db, { agencyId, personId, roles }) => {
    const held: readonly string[] = [...roles];
    if (held.length === 0) return [];
    const rows = await listOpen(db, agencyId)
      .where("waiting_role", "in", held)
      .where((eb) => eb.or([eb("waiting_role", "!=", "handler"), eb("handler_id", "=", personId), eb("handler_id", "is", null)]))
      .orderBy("due_on")
      .limit(MOST_ITEMS)
      .execute();
    return rows.map((row): WorkItem => ({
      id: row.application_id,
      title: row.summary,
      number: row.number,
      dueOn: row.due_on === null ? null : plainDate(row.due_on),
      act: row.state === "approval" ? (row.waiting_role === "leader" ? "签发" : "审核") : nextAct(row.state as CaseState),
      role: row.waiting_role as PostRole, // the projection writes roles only
      path: `applications/${row.application_id}`,
      provisional: row.is_provisional,
    }));
  },
};

/** The limits of the organ's applications: for the answer, and those that the applicant has let pass. */
export const applicationReminders: ReminderSource = {
  name: "applications",
  list: async (db, { agencyId }) => {
    const rows = await listOpen(db, agencyId).where("due_on", "is not", null).execute();
    return rows.flatMap((row): DueLimit[] => {
      if (row.due_on === null) return [];
      const persons = row.handler_id === null ? [] : [row.handler_id];
      const roles: PostRole[] = row.handler_id === null ? ["registrar", "officeHead"] : ["officeHead"];
      const subject = { kind: "application", id: row.application_id };
      const title = `依申请公开 ${row.number ?? "（未登记）"} 答复期限`;
      return [{ to: { persons, roles }, subject, title, dueOn: plainDate(row.due_on), limit: "reply", provisional: row.is_provisional }];
    });
  },
};

/** The organ's cases whose limits a calendar notice can move. */
export const applicationLimits: RunningLimits = {
  name: "applications",
  list: async (db, agencyId) => {
    const rows = await listOpen(db, agencyId).execute();
    const histories = await readHistories(
      db,
      agencyId,
      "application",
      rows.map((row) => row.application_id),
    );
    const known = new Map(rows.map((row) => [row.application_id, row]));
    return histories.flatMap((history): CaseInHand[] => {
      const [first] = history;
      const row = first === undefined ? undefined : known.get(first.stream.id);
      if (first === undefined || row === undefined) return [];
      const handlers = row.handler_id === null ? { roles: ["officeHead" as const] } : { persons: [row.handler_id] };
      return [
        { ...toCase(history), stream: first.stream, version: history.length, name: `依申请公开 ${row.number ?? ""}`.trim(), handlers },
      ];
    });
  },
};

function listOpen(db: Queryable, agencyId: number) {
  return db.selectFrom("application").selectAll().where("agency_id", "=", agencyId).where("decided_on", "is", null);
}

/** The usual next step of a state, as the office calls it. */
function nextAct(state: CaseState): string {
  const act = NEXT[state];
  return act === undefined ? STATE_WORDS[state] : (ACTS.find(({ act: name }) => name === act)?.label ?? STATE_WORDS[state]);
}

const NEXT: Partial<Record<CaseState, (typeof ACTS)[number]["act"]>> = {
  submitted: "confirm",
  received: "register",
  registered: "assign",
  handling: "draftReply",
  reopened: "draftReply",
  awaitingReasons: "acceptReasons",
  decided: "serve",
  delivered: "close",
};
