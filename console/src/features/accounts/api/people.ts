import { type AddPerson, type ChangePerson, type OfVersion, PersonList, TemporaryPassword } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

export const peopleKey = (agency: string) => ["people", agency] as const;

export function peopleQuery(http: Http, agency: string) {
  return queryOptions({
    queryKey: peopleKey(agency),
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/people`, PersonList, signal),
  });
}

export function addPerson(http: Http, agency: string, body: AddPerson, key: string) {
  return http.send("POST", `/agencies/${agency}/people`, { body, key, answer: TemporaryPassword });
}

export function changePerson(http: Http, agency: string, person: string, body: ChangePerson, key: string) {
  return http.send("PATCH", `/agencies/${agency}/people/${person}`, { body, key });
}

/** Stops an account, and lets it be used again. */
export function disablePerson(http: Http, agency: string, person: string, body: OfVersion, key: string) {
  return http.send("POST", `/agencies/${agency}/people/${person}/disabling`, { body, key });
}

export function enablePerson(http: Http, agency: string, person: string, body: OfVersion, key: string) {
  return http.send("POST", `/agencies/${agency}/people/${person}/enabling`, { body, key });
}

/** Unbinds the authenticator of somebody who has lost it. */
export function resetSecondFactor(http: Http, agency: string, person: string, _: OfVersion, key: string) {
  return http.send("POST", `/agencies/${agency}/people/${person}/second-factor-reset`, { key });
}

export function endSessionsOf(http: Http, agency: string, person: string, _: OfVersion, key: string) {
  return http.send("DELETE", `/agencies/${agency}/people/${person}/sessions`, { key });
}

/** A new temporary password; also lifts a lock and ends all sessions. */
export function resetPassword(http: Http, agency: string, person: string, key: string) {
  return http.send("POST", `/agencies/${agency}/people/${person}/password-reset`, { key, answer: TemporaryPassword });
}
