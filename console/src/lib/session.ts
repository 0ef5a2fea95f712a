import { type AgencyTree, AgencyTree as AgencyTreeSchema, Session } from "@gongkai/server/contract";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useHttp } from "./api.tsx";
import type { Http } from "./http.ts";
import { ProblemError } from "./problem.ts";

export const SESSION_KEY = ["session"] as const;

/** Who is signed in, and how far; null: nobody. */
export function sessionQuery(http: Http) {
  return queryOptions({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await http.read("/session", Session, signal);
      } catch (fault) {
        if (fault instanceof ProblemError && fault.status === 401) return null;
        throw fault;
      }
    },
    // Asked once: that a sign-in has ended is learnt from the next answer, which asks to sign in again without leaving the page.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** The organs the person may see, superiors first. */
export function agencyTreeQuery(http: Http) {
  return queryOptions({
    queryKey: ["agencies"],
    queryFn: ({ signal }): Promise<AgencyTree> => http.read("/agencies", AgencyTreeSchema, signal),
    staleTime: 60_000,
  });
}

/** Who is signed in; only below the gate that made sure somebody is. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery(useHttp()));
  if (data === null) throw new ProblemError({ status: 401, error: "not-signed-in", message: "登录已失效，请重新登录。" });
  return data;
}
