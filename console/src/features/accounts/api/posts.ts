import { type EndPost, type GivePost, PostList, type SetAbsence, type SetDeputy, UnitList } from "@gongkai/server/contract";
import { queryOptions } from "@tanstack/react-query";
import { type Http, queryString } from "../../../lib/http.ts";

export const postsKey = (agency: string) => ["posts", agency] as const;

export function postsQuery(http: Http, agency: string, ended: boolean) {
  return queryOptions({
    queryKey: [...postsKey(agency), ended],
    queryFn: ({ signal }) => http.read(`/agencies/${agency}/posts${queryString({ ended })}`, PostList, signal),
  });
}

/** The divisions a post may belong to. */
export function unitChoicesQuery(http: Http, agency: string) {
  return queryOptions({ queryKey: ["units", agency], queryFn: ({ signal }) => http.read(`/agencies/${agency}/units`, UnitList, signal) });
}

export function givePost(http: Http, agency: string, body: GivePost, key: string) {
  return http.send("POST", `/agencies/${agency}/posts`, { body, key });
}

export function setDeputy(http: Http, agency: string, post: string, body: SetDeputy, key: string) {
  return http.send("PUT", `/agencies/${agency}/posts/${post}/deputy`, { body, key });
}

export function setAbsence(http: Http, agency: string, post: string, body: SetAbsence, key: string) {
  return http.send("PUT", `/agencies/${agency}/posts/${post}/absence`, { body, key });
}

export function endPost(http: Http, agency: string, post: string, body: EndPost, key: string) {
  return http.send("POST", `/agencies/${agency}/posts/${post}/end`, { body, key });
}
