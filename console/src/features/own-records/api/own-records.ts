import {
  type CheckOwnRecord,
  type DecideOwnRecord,
  OwnRecordContent,
  OwnRecordDone,
  OwnRecordList,
  OwnRecordPage,
  type ReceiveOwnRecord,
  type TellOwnRecord,
} from "@gongkai/server/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type Http, queryString } from "../../../lib/http.ts";

export const ownRecordsKey = (agency: string) => ["own-records", agency] as const;
const base = (agency: string) => `/agencies/${agency}/own-records`;

export interface OwnRecordFilter {
  readonly open?: boolean | undefined;
  readonly year?: number | undefined;
  readonly page?: number | undefined;
  readonly pageSize: number;
}

export function ownRecordsQuery(http: Http, agency: string, filter: OwnRecordFilter) {
  return queryOptions({
    queryKey: [...ownRecordsKey(agency), filter],
    queryFn: ({ signal }) => http.read(`${base(agency)}${queryString({ ...filter })}`, OwnRecordList, signal),
    placeholderData: keepPreviousData,
  });
}

export function ownRecordQuery(http: Http, agency: string, record: string) {
  return queryOptions({
    queryKey: [...ownRecordsKey(agency), record],
    queryFn: ({ signal }) => http.read(`${base(agency)}/${record}`, OwnRecordPage, signal),
  });
}

export function receiveOwnRecord(http: Http, agency: string, body: ReceiveOwnRecord, key: string) {
  return http.send("POST", base(agency), { body, answer: OwnRecordDone, key });
}

/** What was asked and decided, opened from its seals; the server records who looked. */
export function openOwnRecord(http: Http, agency: string, record: string) {
  return http.send("POST", `${base(agency)}/${record}/content`, { answer: OwnRecordContent });
}

export type OwnRecordStep = "check" | "decision" | "delivery";

export function stepOwnRecord(
  http: Http,
  agency: string,
  record: string,
  step: OwnRecordStep,
  body: CheckOwnRecord | DecideOwnRecord | TellOwnRecord,
  key: string,
) {
  return http.send("POST", `${base(agency)}/${record}/${step}`, { body, answer: OwnRecordDone, key });
}
