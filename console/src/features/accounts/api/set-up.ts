import { type SetUp, SetupState } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import type { Http } from "../../../lib/http.ts";

/** Whether the installation still has to be set up. */
export function setupQuery(http: Http) {
  return queryOptions({ queryKey: ["setup"], queryFn: ({ signal }) => http.read("/setup", SetupState, signal), staleTime: 60_000 });
}

/** The first organ and its administrator. */
export function setUp(http: Http, body: SetUp, key: string): Promise<unknown> {
  return http.send("POST", "/setup", { body, key });
}
