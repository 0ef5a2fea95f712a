import { plainDate } from "@gongkai/statute";
import type { PostRole } from "../agencies/index.ts";
import type { DueLimit, ReminderSource } from "../messages/index.ts";
import type { WorkItem, WorkSource } from "../today/index.ts";

/** The limits of requests to correct one's own record. */
export const ownRecordReminders: ReminderSource = {
  name: "own-records",
  list: async (db, { agencyId }) => {
    const rows = await db
      .selectFrom("own_record_request")
      .selectAll()
      .where("agency_id", "=", agencyId)
      .where("decided_on", "is", null)
      .execute();
    return rows.map((row): DueLimit => {
      const roles: PostRole[] = ["registrar", "officeHead"];
      const subject = { kind: "ownRecord", id: row.request_id };
      return {
        to: { persons: [], roles },
        subject,
        title: `更正申请 ${row.number} 办理期限`,
        dueOn: plainDate(row.due_on),
        limit: "reply",
        provisional: row.is_provisional,
      };
    });
  },
};

const ACT_OF_STATE: Readonly<Record<string, string>> = { received: "核实", checked: "作出决定" };

/** What waits for a person: requests whose next step is that of a role they hold. */
export const ownRecordWork: WorkSource = {
  kind: "ownRecord",
  list: async (db, { agencyId, roles }) => {
    const rows = await db
      .selectFrom("own_record_request")
      .select(["request_id", "number", "summary", "state", "due_on", "is_provisional", "waiting_role", "decided_on"])
      .where("agency_id", "=", agencyId)
      .where("waiting_role", "is not", null)
      .execute();
    return rows.flatMap((row): readonly WorkItem[] => {
      const role = row.waiting_role as PostRole | null; // `whoseTurn` names posts
      if (role === null || !roles.has(role)) return [];
      return [
        {
          id: row.request_id,
          title: row.summary,
          number: row.number,
          path: `own-records/${row.request_id}`,
          dueOn: row.decided_on === null ? plainDate(row.due_on) : null,
          provisional: row.is_provisional,
          act: ACT_OF_STATE[row.state] ?? "告知申请人",
          role,
        },
      ];
    });
  },
};
