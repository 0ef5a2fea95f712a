import type { DemoPeople, Session } from "@gongkai/server/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useHttp } from "../../../lib/api.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { demoPeopleQuery, enterDemo } from "../api/demo.ts";

/** The way into a demonstration: choose an organ's post, and be it. */
export function DemoEntrance({ onSession }: { readonly onSession: (session: Session) => void }) {
  const http = useHttp();
  const people = useQuery(demoPeopleQuery(http));
  const enter = useMutation({ mutationFn: (personId: string) => enterDemo(http, personId), onSuccess: onSession });
  if (people.isError) return <ProblemNotice fault={people.error} onRetry={() => void people.refetch()} />;
  if (people.data === undefined) return <p role="status">正在载入演示岗位……</p>;
  return (
    <>
      <p className="page-lead">这是演示：机关、人员和案件均为虚构。选择一个岗位即可进入，不需要密码；更换岗位请先退出。</p>
      {enter.isError ? <ProblemNotice fault={enter.error} /> : null}
      {groupByAgency(people.data.people).map(([agency, posts], index) => (
        <details key={agency} open={index < 2}>
          <summary>{agency}</summary>
          <ul className="demo-posts">
            {posts.map(({ id, role }) => (
              <li key={id}>
                <Button disabled={enter.isPending} onClick={() => enter.mutate(id)} aria-label={`以${agency}${role}的身份进入`}>
                  {role}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

type Posts = DemoPeople["people"];

function groupByAgency(people: Posts): readonly (readonly [string, Posts])[] {
  const names = [...new Set(people.map(({ agency }) => agency))];
  return names.map((name) => [name, people.filter(({ agency }) => agency === name)]);
}
