import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { SESSION_KEY, sessionQuery } from "../../../lib/session.ts";
import { Redirect } from "../../../lib/Redirect.tsx";
import { BarePage } from "../../../ui/BarePage.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { setupQuery } from "../api/set-up.ts";
import { DemoEntrance } from "../components/DemoEntrance.tsx";
import { inConsole } from "../components/in-console.ts";
import { SignInSteps } from "../components/SignInSteps.tsx";

const TITLES = { none: "登录", secondFactor: "两步验证", password: "请更换密码", enrolment: "启用两步验证", complete: "登录" } as const;
const LEADS = {
  none: undefined,
  secondFactor: undefined,
  password: "这是首次登录，或管理员重置了密码。更换后才能继续。",
  enrolment: "您的岗位要求登录时使用两步验证。设置一次约需一分钟。",
  complete: undefined,
} as const;

export function Page() {
  const http = useHttp();
  const cache = useQueryClient();
  const { to } = useSearch({ strict: false }) as { to?: string }; // written by the gate
  const session = useQuery(sessionQuery(http));
  const setup = useQuery({ ...setupQuery(http), enabled: session.data === null });
  if (setup.data?.needed === true) return <Redirect to="/setup" />;
  if (session.data?.stage === "complete") return <Redirect {...inConsole(to)} />;
  const stage = session.data?.stage ?? "none";
  return (
    <BarePage title={TITLES[stage]} lead={LEADS[stage]}>
      {session.isError ? (
        <ProblemNotice fault={session.error} onRetry={() => void session.refetch()} />
      ) : setup.data?.isDemo === true && session.data === null ? (
        <DemoEntrance onSession={(next) => cache.setQueryData(SESSION_KEY, next)} />
      ) : (
        <SignInSteps session={session.data ?? null} onSession={(next) => cache.setQueryData(SESSION_KEY, next)} />
      )}
    </BarePage>
  );
}
