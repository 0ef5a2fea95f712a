import type { Result } from "@gongkai/statute";
import type { Queryable } from "../platform/database/open-database.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";
import type { SavedView } from "./schema.ts";

export type ViewRefusal = "too-many-views" | "no-such-view";

export const VIEW_REFUSALS = {
  "too-many-views": { status: 409, message: "每个列表最多保存50个筛选条件，请先删除不用的。" },
  "no-such-view": { status: 404, message: "没有这个保存的筛选条件，可能已经删除。" },
} as const satisfies Record<ViewRefusal, RefusalWords>;

interface Owner {
  readonly agencyId: number;
  readonly personId: string;
}

const MOST_VIEWS = 50;

/** A person's own filters of a list in an organ. No events: they are about the screen, not about any case. */
export async function listViews(db: Queryable, { agencyId, personId }: Owner, list: string): Promise<readonly SavedView[]> {
  return db
    .selectFrom("saved_view")
    .select(["list", "name", "query"])
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("list", "=", list)
    .orderBy("name")
    .execute();
}

export async function saveView(db: Queryable, owner: Owner, { list, name, query }: SavedView): Promise<Result<SavedView, ViewRefusal>> {
  const views = await listViews(db, owner, list);
  if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) return { ok: false, refusal: "too-many-views" };
  await db
    .insertInto("saved_view")
    .values({ agency_id: owner.agencyId, person_id: owner.personId, list, name, query })
    .onConflict((conflict) => conflict.columns(["agency_id", "person_id", "list", "name"]).doUpdateSet({ query }))
    .execute();
  return { ok: true, value: { list, name, query } };
}

export async function deleteView(
  db: Queryable,
  { agencyId, personId }: Owner,
  { list, name }: Pick<SavedView, "list" | "name">,
): Promise<Result<null, ViewRefusal>> {
  const { numDeletedRows } = await db
    .deleteFrom("saved_view")
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("list", "=", list)
    .where("name", "=", name)
    .executeTakeFirst();
  return Number(numDeletedRows) === 0 ? { ok: false, refusal: "no-such-view" } : { ok: true, value: null };
}
