import { POST_ROLE_WORDS } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { SESSION_KEY, useSession } from "../../../lib/session.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { DeviceList } from "../components/DeviceList.tsx";
import { NewPasswordForm } from "../components/NewPasswordForm.tsx";
import { NotificationForm } from "../components/NotificationForm.tsx";
import { SecondFactorPanel } from "../components/SecondFactorPanel.tsx";

export function Page() {
  const session = useSession();
  const cache = useQueryClient();
  const [isChanged, setChanged] = useState(false);
  return (
    <PageShell title="我的账号">
      <section className="panel">
        <h2>基本情况</h2>
        <dl className="facts">
          <dt>姓名</dt>
          <dd>{session.person.name}</dd>
          <dt>登录名</dt>
          <dd>{session.person.signInName}</dd>
          <dt>岗位</dt>
          <dd>
            <ul className="plain">
              {session.agencies.flatMap(({ shortName, posts }) =>
                posts.map((post) => (
                  <li key={`${post.id}-${post.as}`}>
                    {shortName}：{POST_ROLE_WORDS[post.role]}
                    {post.title === "" ? "" : `（${post.title}）`}
                    {post.as === "deputy" ? "，B岗代行中" : ""}
                  </li>
                )),
              )}
            </ul>
          </dd>
        </dl>
      </section>
      <section className="panel">
        <h2>更换密码</h2>
        <p>更换后，其他设备上的登录全部退出。</p>
        {isChanged ? <p role="status">密码已更换。</p> : null}
        <NewPasswordForm
          signInName={session.person.signInName}
          onSession={(next) => {
            cache.setQueryData(SESSION_KEY, next);
            setChanged(true);
          }}
        />
      </section>
      <section className="panel">
        <h2>两步验证</h2>
        <SecondFactorPanel />
      </section>
      <Suspense fallback={<p>正在读取…</p>}>
        <section className="panel">
          <h2>已登录的设备</h2>
          <DeviceList />
        </section>
        <section className="panel">
          <h2>提醒与免打扰</h2>
          <NotificationForm />
        </section>
      </Suspense>
    </PageShell>
  );
}
