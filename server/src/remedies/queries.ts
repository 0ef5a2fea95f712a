import type { ExpressionBuilder, Selectable } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { RemedyRow, Tables } from "../platform/database/row-types.ts";
import { type ListedRemedy, REMEDY_WORDS, type RemedyQuery } from "./schema.ts";

export type RemedyRecord = Selectable<RemedyRow> & { readonly application_number: string | null };

export async function listRemedies(
  db: Queryable,
  agencyId: number,
  query: RemedyQuery,
): Promise<{ readonly rows: readonly RemedyRecord[]; readonly total: number }> {
  let matching = db.selectFrom("remedy").where("remedy.agency_id", "=", agencyId);
  const { kind, open, application, year, result } = query;
  if (kind !== undefined) matching = matching.where("remedy.kind", "=", kind);
  if (open !== undefined) matching = matching.where("remedy.decided_on", open ? "is" : "is not", null);
  if (application !== undefined) matching = matching.where("remedy.application_id", "=", application);
  if (year !== undefined) matching = matching.where((eb) => countsIn(eb, year, result));
  const [rows, { total }] = await Promise.all([
    matching
      .leftJoin("application", (join) =>
        join.onRef("application.agency_id", "=", "remedy.agency_id").onRef("application.application_id", "=", "remedy.application_id"),
      )
      .selectAll("remedy")
      .select("application.number as application_number")
      .orderBy("remedy.filed_on", "desc")
      .orderBy("remedy.remedy_id")
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute(),
    matching.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { rows, total };
}

/** The cases behind a cell of table 4: concluded in the year, or pending at its end. */
function countsIn(eb: ExpressionBuilder<Tables, "remedy">, year: number, result: RemedyQuery["result"]) {
  const concluded = eb("remedy.decided_year", "=", year);
  const pending = eb.and([
    eb("remedy.filed_year", "<=", year),
    eb.or([eb("remedy.decided_year", "is", null), eb("remedy.decided_year", ">", year)]),
  ]);
  if (result === undefined || result === "total") return eb.or([concluded, pending]);
  return result === "pending" ? pending : eb.and([concluded, eb("remedy.result", "=", result)]);
}

export function presentRemedy(row: RemedyRecord): ListedRemedy {
  const kind = row.kind as ListedRemedy["kind"]; // a check of the table holds it to the list
  return {
    id: row.remedy_id,
    kind,
    kindWords: REMEDY_WORDS[kind],
    application: row.application_id,
    applicationNumber: row.application_number,
    body: row.body,
    number: row.number,
    filedOn: row.filed_on,
    receivedOn: row.received_on,
    replyDueOn: row.reply_due_on,
    repliedOn: row.replied_on,
    decidedOn: row.decided_on,
    result: row.result as ListedRemedy["result"],
    resultDetail: row.result_detail,
    redoDueOn: row.redo_due_on,
    redoneOn: row.redone_on,
    version: row.version,
  };
}
