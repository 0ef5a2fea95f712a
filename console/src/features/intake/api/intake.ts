import {
  ActDone,
  CitizenPapers,
  type IntakeEntry,
  IntakeDone,
  IntakeList,
  type NewThirdPartyLink,
  QueryAccess,
  StatementText,
  ThirdPartyLink,
} from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Http } from "../../../lib/http.ts";

export const intakeKey = (agency: string) => ["intake", agency] as const;
export const papersKey = (agency: string, application: string) => ["papers", agency, application] as const;

const base = (agency: string, application: string) => `/agencies/${agency}/applications/${application}`;

/** What was sent through the internet and waits to be confirmed, and what was set aside. */
export function intakeQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: intakeKey(agency),
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/intake`, IntakeList, signal),
  });
}

export function confirmReceipt(http: Http, agency: string, { id, version }: IntakeEntry, key: string) {
  return http.send("POST", `${base(agency, id)}/acts/confirm`, { body: { version }, answer: ActDone, key });
}

/** Sets all of them aside for one reason, one after the other; a retry with the same key does none of them twice. */
export async function setAside(http: Http, agency: string, { entries, reason }: SetAsideMany, key: string): Promise<void> {
  for (const { id, version } of entries)
    await http.send("POST", `${base(agency, id)}/set-aside`, { body: { version, reason }, answer: IntakeDone, key: `${key}-${id}` });
}

export interface SetAsideMany {
  readonly entries: readonly IntakeEntry[];
  readonly reason: string;
}

export function bringBack(http: Http, agency: string, { id, version }: IntakeEntry, key: string) {
  return http.send("POST", `${base(agency, id)}/bring-back`, { body: { version }, answer: IntakeDone, key });
}

/** What the applicant and third parties handed in, without its content. */
export function papersQuery(http: Http, agency: string, application: string) {
  return queryOptions({
    queryKey: papersKey(agency, application),
    queryFn: ({ signal }) => http.read(`${base(agency, application)}/papers`, CitizenPapers, signal),
  });
}

/** Address of a file that was handed in; whoever opens it is written down. */
export function paperFile(agency: string, application: string, file: string): string {
  return `/api/v1${base(agency, application)}/papers/files/${file}`;
}

/** The words of a statement; whoever opens them is written down. */
export function openStatement(http: Http, agency: string, application: string, statement: string) {
  return http.read(`${base(agency, application)}/papers/statements/${statement}`, StatementText);
}

export function giveQueryCode(http: Http, agency: string, application: string) {
  return http.send("POST", `${base(agency, application)}/access`, { answer: QueryAccess });
}

export function makeLink(
  http: Http,
  agency: string,
  { application, consultation, body }: { application: string; consultation: string; body: z.input<typeof NewThirdPartyLink> },
) {
  return http.send("POST", `${base(agency, application)}/consultations/${consultation}/link`, { body, answer: ThirdPartyLink });
}
