import { type ExpressionBuilder, type RawBuilder, type Selectable, sql } from "kysely";
import type { Queryable } from "../platform/database/open-database.ts";
import type { ApplicationRow, Tables } from "../platform/database/row-types.ts";
import { cutLongWords } from "../platform/segment-words.ts";
import type { ListQuery } from "./schema.ts";

export type ListedRow = Selectable<ApplicationRow> & { readonly handler_name: string | null };

/** Who asks, as far as "my turn" goes. */
export interface Asker {
  readonly personId: string;
  readonly roles: readonly string[];
}

type Where = ExpressionBuilder<Tables, "application">;

/** A page of an organ's applications and how many there are in all. */
export async function listApplications(
  db: Queryable,
  agencyId: number,
  query: ListQuery,
  { today, asker }: { readonly today: string; readonly asker: Asker },
): Promise<{ readonly rows: readonly ListedRow[]; readonly total: number }> {
  const matching = selectMatching(db, agencyId, query, { today, asker });
  if (query.q !== undefined && query.q !== "") return listFound(db, agencyId, query, matching);
  const [rows, total] = await Promise.all([
    matching
      .leftJoin("person", "person.person_id", "application.handler_id")
      .selectAll("application")
      .select("person.name as handler_name")
      .orderBy(orderOf(query.sort, sql.ref("application_id")))
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute(),
    countAll(matching),
  ]);
  return { rows, total };
}

/** A page of what is searched for. The texts of an organ are gone through once, for the page and for how many there are. */
async function listFound(
  db: Queryable,
  agencyId: number,
  { sort, page, pageSize }: ListQuery,
  matching: ReturnType<typeof selectMatching>,
): Promise<{ readonly rows: readonly ListedRow[]; readonly total: number }> {
  const found = await db
    .with(
      (cte) => cte("found").materialized(),
      () => matching.select(["application_id as found_id", "decided_on", "due_on", "received_on", "number"]),
    )
    .selectFrom((eb) =>
      eb
        .selectFrom("found")
        .select("found_id")
        .orderBy(orderOf(sort, sql.ref("found_id")))
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .as("page"),
    )
    .innerJoin("application", "application.application_id", "page.found_id")
    .leftJoin("person", "person.person_id", "application.handler_id")
    .selectAll("application")
    .select(["person.name as handler_name", (eb) => eb.selectFrom("found").select(eb.fn.countAll<number>().as("total")).as("total")])
    .where("application.agency_id", "=", agencyId)
    .orderBy(orderOf(sort, sql.ref("application_id")))
    .execute();
  const rows = found.map(({ total: _, ...row }) => row);
  const [first] = found;
  if (first !== undefined) return { rows, total: first.total ?? 0 };
  return { rows, total: page === 1 ? 0 : await countAll(matching) };
}

async function countAll(matching: ReturnType<typeof selectMatching>): Promise<number> {
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return total;
}

function selectMatching(
  db: Queryable,
  agencyId: number,
  query: ListQuery,
  { today, asker }: { readonly today: string; readonly asker: Asker },
) {
  let matching = db.selectFrom("application").where("application.agency_id", "=", agencyId);
  const { q, state, outcome, open, overdue, mine, year, row } = query;
  if (q !== undefined && q !== "") matching = matching.where((eb) => matchText(eb, agencyId, q));
  if (state !== undefined) matching = matching.where("state", "in", state);
  if (outcome !== undefined) matching = matching.where("outcome", "in", outcome);
  if (open !== undefined) matching = matching.where("decided_on", open ? "is" : "is not", null);
  if (overdue === true) matching = matching.where("decided_on", "is", null).where("due_on", "<", today);
  if (mine === true) matching = matching.where((eb) => isTurnOf(eb, asker));
  if (query.channel !== undefined) matching = matching.where("channel", "=", query.channel);
  if (query.applicantKind !== undefined) matching = matching.where("applicant_kind", "=", query.applicantKind);
  if (query.unit !== undefined) matching = matching.where("unit_id", "=", query.unit);
  if (query.handler !== undefined) matching = matching.where("handler_id", "=", query.handler);
  if (query.receivedFrom !== undefined) matching = matching.where("received_on", ">=", query.receivedFrom);
  if (query.receivedTo !== undefined) matching = matching.where("received_on", "<=", query.receivedTo);
  if (query.dueTo !== undefined) matching = matching.where("decided_on", "is", null).where("due_on", "<=", query.dueTo);
  if (year !== undefined) matching = matching.where((eb) => countsIn(eb, year, row));
  return matching;
}

/** The cases behind a cell of table 3: the same conditions the figure is counted by. */
export function countsIn(eb: Where, year: number, row: string | undefined) {
  const counted = eb.or([eb("counted_year", "is", null), eb("counted_year", ">=", year)]);
  const received = eb("received_year", "<=", year);
  if (row === undefined || row === "") return eb.and([received, counted]);
  if (row === "new") return eb("received_year", "=", year);
  if (row === "carriedIn") return eb.and([eb("received_year", "<", year), counted]);
  if (row === "carriedOut") return eb.and([received, eb.or([eb("counted_year", "is", null), eb("counted_year", ">", year)])]);
  const inYear = eb("counted_year", "=", year);
  return row === "total" ? inYear : eb.and([inYear, eb(year <= 2020 ? "row_2019" : "row_2021", "=", row)]);
}

function matchText(eb: Where, agencyId: number, q: string) {
  const words = cutLongWords(q);
  const inRequest = eb(
    "application_id",
    "in",
    eb
      .selectFrom("application_request as r")
      .select("r.application_id")
      .where("r.agency_id", "=", agencyId)
      .where((of) => of.and([isOfOrgan(agencyId), ...words.map((word) => hasWords(sql`plainto_tsquery('simple', ${word})`))])),
  );
  return eb.or([
    says(sql.ref("summary"), q),
    // Numbers as they are printed are told apart by their figures; what has none is not looked for in them.
    ...(/\d/.test(q) ? [says(sql.ref("number"), q)] : []),
    ...(words.length === 0 ? [] : [inRequest]),
  ]);
}

/** Chinese knows no cases; not looking for them is several times as fast over an organ's hundred thousand summaries. */
function says(column: RawBuilder<unknown>, q: string): RawBuilder<boolean> {
  const hasCases = q.toLowerCase() !== q.toUpperCase();
  return hasCases ? sql<boolean>`strpos(lower(${column}), ${q.toLowerCase()}) > 0` : sql<boolean>`strpos(${column}, ${q}) > 0`;
}

/**
 * Requests (`r`) that meet a query, asked of the index `application_request_words`. Several conditions are better than one query
 * of many words: PostgreSQL then skips from one list of the index to where the next may meet it.
 */
function hasWords(query: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(r.search || array_to_tsvector(array['~' || r.agency_id::text])) @@ ${query}`;
}

/** The organ stands among the words of its requests. */
const isOfOrgan = (agencyId: number): RawBuilder<boolean> => hasWords(sql`${`'~${agencyId}'`}::tsquery`);

function isTurnOf(eb: Where, { personId, roles }: Asker) {
  const byRole = roles.length === 0 ? eb.lit(false) : eb("waiting_role", "in", [...roles]);
  const handlers = eb.and([eb("waiting_role", "=", "handler"), eb.or([eb("handler_id", "=", personId), eb("handler_id", "is", null)])]);
  return eb.and([eb("decided_on", "is", null), byRole, eb.or([eb("waiting_role", "!=", "handler"), handlers])]);
}

/** `id` makes the order a certain one. */
function orderOf(sort: ListQuery["sort"], id: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (sort) {
    case "due": // what is open comes first, the most urgent before the rest
      return sql`(decided_on is not null), due_on asc nulls last, received_on desc nulls first, ${id}`;
    case "received":
      return sql`received_on asc, ${id}`;
    case "-received":
      return sql`received_on desc nulls first, ${id}`;
    case "number":
      return sql`number asc, ${id}`;
    case "-number":
      return sql`number desc nulls first, ${id}`;
  }
}

/** One application as a list shows it. */
export async function findApplication(db: Queryable, agencyId: number, applicationId: string): Promise<ListedRow | undefined> {
  return db
    .selectFrom("application")
    .leftJoin("person", "person.person_id", "application.handler_id")
    .selectAll("application")
    .select("person.name as handler_name")
    .where("application.agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
}

export async function findRequest(db: Queryable, agencyId: number, applicationId: string) {
  return db
    .selectFrom("application_request")
    .selectAll()
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
}

const MOST_SIMILAR = 10;

/** Applications for the same information: by this applicant (a repeated one, Art. 36(6)), or by others. */
export async function listDuplicates(db: Queryable, agencyId: number, of: ListedRow): Promise<readonly ListedRow[]> {
  return db
    .selectFrom("application")
    .leftJoin("person", "person.person_id", "application.handler_id")
    .selectAll("application")
    .select("person.name as handler_name")
    .where("application.agency_id", "=", agencyId)
    .where("request_key", "=", of.request_key)
    .where("application_id", "!=", of.application_id)
    .orderBy("submitted_on", "desc")
    .limit(MOST_SIMILAR)
    .execute();
}

/** Earlier cases that ask for something alike, by the words they share, with how they ended. */
export async function listSimilar(db: Queryable, agencyId: number, of: ListedRow, words: readonly string[]): Promise<readonly ListedRow[]> {
  const telling = [...new Set(words.filter((word) => word.length > 1))].slice(0, 12);
  if (telling.length === 0) return [];
  const anyWord = telling.map(quoteWord).join(" | ");
  // Long words tell the most. Where enough has the three longest, the many that share one word need no ranking.
  const longest = telling.filter((word) => !/^\d+$/.test(word)).toSorted((one, other) => other.length - one.length);
  if (longest.length >= 3) {
    const near = await rankSimilar(db, agencyId, of, longest.slice(0, 3).map(quoteWord), anyWord);
    if (near.length === MOST_SIMILAR) return near;
  }
  return rankSimilar(db, agencyId, of, [anyWord], anyWord);
}

function quoteWord(word: string): string {
  return `'${word.replaceAll("'", "''").replaceAll("\\", "")}'`;
}

function rankSimilar(
  db: Queryable,
  agencyId: number,
  of: ListedRow,
  needed: readonly string[],
  ranked: string,
): Promise<readonly ListedRow[]> {
  // The requests alone are ranked; of the cases only those that are shown are looked up.
  return db
    .with("similar", (cte) =>
      cte
        .selectFrom("application_request as r")
        .select(["r.application_id", sql<number>`ts_rank(r.search, ${ranked}::tsquery)`.as("likeness")])
        .where("r.agency_id", "=", agencyId)
        .where((of) => of.and([isOfOrgan(agencyId), ...needed.map((query) => hasWords(sql`${query}::tsquery`))]))
        .where("r.application_id", "!=", of.application_id)
        .where("r.application_id", "not in", (eb) =>
          eb.selectFrom("application").select("application_id").where("agency_id", "=", agencyId).where("request_key", "=", of.request_key),
        )
        .orderBy("likeness", "desc")
        .limit(MOST_SIMILAR),
    )
    .selectFrom("similar")
    .innerJoin("application", "application.application_id", "similar.application_id")
    .leftJoin("person", "person.person_id", "application.handler_id")
    .selectAll("application")
    .select("person.name as handler_name")
    .where("application.agency_id", "=", agencyId)
    .orderBy("similar.likeness", "desc")
    .execute();
}

/** How many applications this applicant has handed in since a day: what "beyond reason" (Art. 35) and the fee (Art. 42) go by. */
export async function countByApplicant(db: Queryable, agencyId: number, applicantKey: string, since: string): Promise<number> {
  const { count } = await db
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("agency_id", "=", agencyId)
    .where("applicant_key", "=", applicantKey)
    .where("submitted_on", ">=", since)
    .executeTakeFirstOrThrow();
  return count;
}
