import { plainDate } from "@gongkai/statute";
import type { PostRole } from "../agencies/index.ts";
import type { DueLimit, ReminderSource } from "../messages/index.ts";
import type { WorkItem, WorkSource } from "../today/index.ts";

const OPEN = ["drafted", "marked", "inReview", "returned", "approved", "scheduled"] as const;

/** Publication limits, the law's own as well where a local one is shorter, and days on which something withheld is looked at again. */
export const ITEM_REMINDERS: ReminderSource = {
  name: "disclosures",
  list: async (db, { agencyId }) => {
    const rows = await db
      .selectFrom("item")
      .select(["item_id", "title", "due_on", "hard_stop_on", "due_limit", "is_provisional", "review_again_on", "drafter_id", "state"])
      .where("agency_id", "=", agencyId)
      .where((eb) => eb.or([eb.and([eb("state", "in", OPEN), eb("due_on", "is not", null)]), eb("review_again_on", "is not", null)]))
      .execute();
    return rows.flatMap((row): readonly DueLimit[] => {
      const subject = { kind: "item", id: row.item_id };
      const drafter = row.drafter_id === null ? [] : [row.drafter_id];
      const limits: DueLimit[] = [];
      const provisional = row.is_provisional;
      if (row.due_on !== null) {
        limits.push({
          to: { persons: drafter, roles: ["officeHead"] },
          subject,
          title: `主动公开《${short(row.title)}》发布期限`,
          dueOn: plainDate(row.due_on),
          limit: "publication-local",
          provisional,
        });
      }
      if (row.hard_stop_on !== null && row.hard_stop_on !== row.due_on) {
        const title = `主动公开《${short(row.title)}》法定公开期限（条例第二十六条）`;
        limits.push({
          to: { persons: drafter, roles: ["officeHead", "leader"] },
          subject,
          title,
          dueOn: plainDate(row.hard_stop_on),
          limit: "publication",
          provisional,
        });
      }
      if (row.review_again_on !== null) {
        limits.push({
          to: { roles: ["officeHead"] },
          subject,
          title: `未公开信息《${short(row.title)}》重新审查`,
          dueOn: plainDate(row.review_again_on),
          limit: "review-again",
        });
      }
      return limits;
    });
  },
};

const ACT_OF_STATE: Readonly<Record<string, string>> = {
  drafted: "认定公开属性",
  marked: "提交审查",
  returned: "修改",
  inReview: "审查",
  approved: "发布",
};

/** What waits for a person: drafts of their own, reviews whose turn is theirs, publications, approvals of take-downs. */
export const ITEM_WORK: WorkSource = {
  kind: "item",
  list: async (db, { agencyId, personId, roles, today }) => {
    const rows = await db
      .selectFrom("item")
      .select([
        "item_id",
        "title",
        "index_number",
        "document_number",
        "due_on",
        "is_provisional",
        "state",
        "waiting_role",
        "drafter_id",
        "review_again_on",
        "awaits_take_down_approval",
      ])
      .where("agency_id", "=", agencyId)
      .where((eb) => eb.or([eb("waiting_role", "is not", null), eb("review_again_on", "<=", today)]))
      .where("state", "<>", "discarded")
      .execute();
    return rows.flatMap((row): readonly WorkItem[] => {
      const base = {
        id: row.item_id,
        title: row.title,
        number: row.index_number ?? row.document_number,
        path: `disclosures/${row.item_id}`,
        provisional: row.is_provisional,
      };
      const found: WorkItem[] = [];
      const role = row.waiting_role as PostRole | null; // chains are made of posts
      const isDraft = row.state === "drafted" || row.state === "marked" || row.state === "returned";
      const isMine = isDraft && role !== "leader" ? row.drafter_id === personId : role !== null && roles.has(role);
      if (role !== null && isMine) {
        const act = row.awaits_take_down_approval ? "补批紧急撤下" : (ACT_OF_STATE[row.state] ?? "办理");
        const own: PostRole = isDraft && !roles.has(role) ? ([...roles][0] ?? role) : role;
        found.push({ ...base, dueOn: row.due_on === null ? null : plainDate(row.due_on), act, role: own });
      }
      if (row.review_again_on !== null && row.review_again_on <= today && roles.has("officeHead")) {
        found.push({ ...base, dueOn: plainDate(row.review_again_on), act: "重新审查（条例第十八条）", role: "officeHead" });
      }
      return found;
    });
  },
};

function short(title: string): string {
  return title.length > 40 ? `${title.slice(0, 40)}…` : title;
}
