import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { SESSION_KEY } from "../../../lib/session.ts";
import { BarePage } from "../../../ui/BarePage.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { setupQuery } from "../api/set-up.ts";
import { SetupWizard } from "../components/SetupWizard.tsx";

/** The first run: a first organ and its administrator. */
export function Page() {
  const cache = useQueryClient();
  const [isDone, setDone] = useState(false);
  const setup = useQuery(setupQuery(useHttp()));
  if (isDone) {
    return (
      <BarePage title="设置完成">
        <p>首个机关和系统管理员已经建立。请用刚才设置的登录名和密码登录，登录时会要求启用两步验证。</p>
        <p>
          <Link to="/sign-in">
            <Button type="primary">去登录</Button>
          </Link>
        </p>
      </BarePage>
    );
  }
  if (setup.isError) {
    return (
      <BarePage title="首次设置">
        <ProblemNotice fault={setup.error} onRetry={() => void setup.refetch()} />
      </BarePage>
    );
  }
  if (setup.data === undefined) return <BarePage title="首次设置">正在读取…</BarePage>;
  if (!setup.data.needed) {
    return (
      <BarePage title="已经设置过了">
        <p>本系统已完成首次设置，请直接登录。忘记密码请联系系统管理员。</p>
        <Link to="/sign-in">去登录</Link>
      </BarePage>
    );
  }
  return (
    <BarePage title="首次设置" wide>
      <SetupWizard
        onDone={() => {
          setDone(true);
          cache.removeQueries({ queryKey: ["setup"] });
          cache.removeQueries({ queryKey: SESSION_KEY });
        }}
      />
    </BarePage>
  );
}
