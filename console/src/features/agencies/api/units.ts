import { type AddUnit, type Close, type RenameUnit, UnitList } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const unitsKey = (agency: string) => ["units", agency] as const;

export function unitsQuery(http: Http, agency: string) {
  return queryOptions({ queryKey: unitsKey(agency), queryFn: ({ signal }) => http.read(`/agencies/${agency}/units`, UnitList, signal) });
}

export function addUnit(http: Http, agency: string, body: AddUnit, key: string) {
  return http.send("POST", `/agencies/${agency}/units`, { body, key });
}

export function renameUnit(http: Http, agency: string, unit: string, body: RenameUnit, key: string) {
  return http.send("PATCH", `/agencies/${agency}/units/${unit}`, { body, key });
}

export function closeUnit(http: Http, agency: string, unit: string, body: Close, key: string) {
  return http.send("POST", `/agencies/${agency}/units/${unit}/closure`, { body, key });
}
