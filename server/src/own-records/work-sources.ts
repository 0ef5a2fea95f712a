import { plainDate } from "@gongkai/statute";
import type { PostRole } from "../agencies/index.ts";
import type { DueLimit, ReminderSource } from "../messages/index.ts";

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
