import {
  APPLICANT_KIND_WORDS,
  type Calendar,
  CHANNEL_WORDS,
  foldCase,
  getOutcome,
  type OutcomeCode,
  type PlainDate,
} from "@gongkai/statute";
import { sql } from "kysely";
import { Applicant, countsIn, findLast, openApplicant, toCase } from "../applications/index.ts";
import { type Ledger, readHistories, type StoredEvent } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { writeSheet } from "../platform/write-sheet.ts";
import { FIELDS, type FieldName } from "./fields.ts";
import { type ExportedCase, numberOf, type RequestRecord, toApplicationFile, toRemedyFile } from "./to-case-file.ts";

export interface ExportCall {
  readonly agencyId: number;
  /** Cases that count in table 3 or 4 of the year: new, carried in, answered, carried out. All when left out. */
  readonly year?: number | undefined;
  /** Who applied in full. The caller has recorded the opening. */
  readonly withIdentities: boolean;
}

/** Cases read at one go: memory stays flat however many there are. */
const PAGE = 500;

/** An organ's cases as case files, applications first. */
export async function* exportCases(ledger: Pick<Ledger, "db" | "keys">, call: ExportCall): AsyncGenerator<ExportedCase> {
  const { db } = ledger;
  const { name: agency } = await db.selectFrom("agency").select("name").where("agency_id", "=", call.agencyId).executeTakeFirstOrThrow();
  for await (const { history, request, applicant } of readApplications(ledger, call))
    yield toApplicationFile(history, { agency, request, applicant });
  for await (const ids of pageRemedies(db, call)) {
    for (const history of await readHistories(db, call.agencyId, "remedy", ids)) {
      const about = history[0]?.payload["application"];
      yield toRemedyFile(history, { agency, application: typeof about === "string" ? await findNumber(db, call.agencyId, about) : null });
    }
  }
}

const COLUMNS: readonly { readonly field: FieldName; readonly width: number }[] = [
  { field: "number", width: 14 },
  { field: "applicantName", width: 14 },
  { field: "applicantKind", width: 12 },
  { field: "channel", width: 14 },
  { field: "submittedOn", width: 12 },
  { field: "receivedOn", width: 12 },
  { field: "title", width: 50 },
  { field: "description", width: 40 },
  { field: "documentNumber", width: 18 },
  { field: "extended", width: 10 },
  { field: "extendedOn", width: 12 },
  { field: "repliedOn", width: 12 },
  { field: "outcome", width: 26 },
  { field: "article", width: 22 },
  { field: "letterNumber", width: 22 },
  { field: "deliveredOn", width: 12 },
];
const IDENTITY_COLUMNS: readonly { readonly field: FieldName; readonly width: number }[] = [
  { field: "idNumber", width: 22 },
  { field: "creditCode", width: 22 },
  { field: "telephone", width: 16 },
  { field: "address", width: 40 },
  { field: "email", width: 24 },
];

/** Applications as a register with the office's columns. Identity numbers only when asked for. */
export async function writeRegister(
  ledger: Pick<Ledger, "db" | "keys">,
  call: ExportCall & { readonly today: PlainDate; readonly calendar: Calendar },
): Promise<Uint8Array> {
  const columns = call.withIdentities ? [...COLUMNS, ...IDENTITY_COLUMNS] : COLUMNS;
  const rows: (readonly (string | null)[])[] = [];
  for await (const one of readApplications(ledger, call)) {
    const values = toCells(one, call);
    rows.push(columns.map(({ field }) => values[field] ?? null));
  }
  const headings = columns.map(({ field, width }) => ({ text: FIELDS[field].label, width }));
  return writeSheet({ name: "依申请公开台账", headings, rows });
}

function toCells(
  { history, request, applicant }: ReadApplication,
  on: { readonly today: PlainDate; readonly calendar: Calendar },
): Partial<Record<FieldName, string>> {
  const file = toCase(history);
  const first = history[0];
  const { receivedOn, outcome } = foldCase(file, on);
  const replied = findLast(history, "replied", "correctionExpired", "feeExpired", "withdrawn");
  const extended = findLast(history, "extended");
  const kind = first?.payload["applicantKind"];
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    number: numberOf(history) ?? "",
    applicantName: applicant?.name ?? text(first?.payload["applicantName"]),
    applicantKind: APPLICANT_KIND_WORDS[kind as keyof typeof APPLICANT_KIND_WORDS] ?? "", // checked when it came in
    channel: CHANNEL_WORDS[file.channel],
    submittedOn: first?.on ?? "",
    receivedOn: receivedOn ?? "",
    title: request?.title ?? "",
    description: request?.description ?? "",
    documentNumber: request?.document_number ?? "",
    extended: extended === undefined ? "否" : "是",
    extendedOn: extended?.on ?? "",
    repliedOn: outcome === null ? "" : (replied?.on ?? ""),
    outcome: outcome === null ? "" : replied?.type === "withdrawn" ? "撤回" : getOutcome(outcome satisfies OutcomeCode).label,
    article: text(findLast(history, "replied")?.payload["article"]),
    letterNumber: text(findLast(history, "replied")?.payload["letterNumber"]),
    deliveredOn: findLast(history, "delivered")?.on ?? "",
    idNumber: applicant?.idNumber ?? "",
    creditCode: applicant?.creditCode ?? "",
    telephone: applicant?.telephone ?? "",
    address: applicant?.address ?? "",
    email: applicant?.email ?? "",
  };
}

/** How many applications an export would hold. */
export async function countExported(db: Queryable, { agencyId, year }: Pick<ExportCall, "agencyId" | "year">): Promise<number> {
  let asked = db.selectFrom("application").where("agency_id", "=", agencyId);
  if (year !== undefined) asked = asked.where((eb) => countsIn(eb, year, undefined));
  const { count } = await asked.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return count;
}

interface ReadApplication {
  readonly history: readonly StoredEvent[];
  readonly request: RequestRecord | undefined;
  readonly applicant?: Applicant | undefined;
}

async function* readApplications(
  { db, keys }: Pick<Ledger, "db" | "keys">,
  { agencyId, year, withIdentities }: ExportCall,
): AsyncGenerator<ReadApplication> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    let asked = db.selectFrom("application").select("application_id").where("agency_id", "=", agencyId).where("application_id", ">", after);
    if (year !== undefined) asked = asked.where((eb) => countsIn(eb, year, undefined));
    const ids = (await asked.orderBy("application_id").limit(PAGE).execute()).map(({ application_id }) => application_id);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    const requests = await db
      .selectFrom("application_request")
      .select(["application_id", "title", "description", "document_number", "period", "carrier", "delivery"])
      .where("agency_id", "=", agencyId)
      .where(sql<boolean>`application_id = any(${ids}::uuid[])`)
      .execute();
    const byId = new Map(requests.map((request) => [request.application_id, request]));
    for (const history of await readHistories(db, agencyId, "application", ids)) {
      const opened = withIdentities ? Applicant.safeParse(await openApplicant(db, keys, agencyId, history)) : undefined;
      yield { history, request: byId.get(history[0]?.stream.id ?? ""), applicant: opened?.success === true ? opened.data : undefined };
    }
  }
}

async function* pageRemedies(db: Queryable, { agencyId, year }: ExportCall): AsyncGenerator<readonly string[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    let asked = db.selectFrom("remedy").select("remedy_id").where("agency_id", "=", agencyId).where("remedy_id", ">", after);
    if (year !== undefined)
      asked = asked.where("filed_year", "<=", year).where((eb) => eb.or([eb("decided_year", "is", null), eb("decided_year", ">=", year)]));
    const ids = (await asked.orderBy("remedy_id").limit(PAGE).execute()).map(({ remedy_id }) => remedy_id);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    yield ids;
  }
}

async function findNumber(db: Queryable, agencyId: number, applicationId: string): Promise<string | null> {
  const row = await db
    .selectFrom("application")
    .select("number")
    .where("agency_id", "=", agencyId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  return row?.number ?? null;
}
