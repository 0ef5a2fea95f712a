import { DemoPeople, Session } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

/** Who one can be in a demonstration. */
export function demoPeopleQuery(http: Http) {
  return queryOptions({ queryKey: ["demo", "people"], queryFn: ({ signal }) => http.read("/demo/people", DemoPeople, signal) });
}

/** Signs in as one of them; there is no password in a demonstration. */
export async function enterDemo(http: Http, personId: string): Promise<Session> {
  await http.send("POST", "/demo/session", { body: { personId } });
  return http.read("/session", Session);
}
