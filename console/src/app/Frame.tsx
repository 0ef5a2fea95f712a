import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useMatches, useParams } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useHttp } from "../lib/api.tsx";
import { firstOrgan, useOrgans } from "../lib/organ.ts";
import { Redirect } from "../lib/Redirect.tsx";
import { sessionQuery, useSession } from "../lib/session.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Breadcrumb } from "./Breadcrumb.tsx";
import { Menu } from "./Menu.tsx";
import { TopBar } from "./TopBar.tsx";
import { Waiting } from "./Waiting.tsx";

/** Everything that needs somebody signed in: the gate, and the frame around the pages. */
export function Frame() {
  const session = useQuery(sessionQuery(useHttp()));
  const { href } = useLocation();
  if (session.isPending) return <Waiting />;
  if (session.isError) return <ProblemNotice fault={session.error} onRetry={() => void session.refetch()} />;
  if (session.data?.stage !== "complete") return <Redirect to="/sign-in" search={{ to: href }} />;
  return (
    <Suspense fallback={<Waiting />}>
      <FramedPage />
    </Suspense>
  );
}

function FramedPage() {
  const { agency } = useParams({ strict: false }) as { agency?: string }; // pages of no organ have none
  const organs = useOrgans();
  const session = useSession();
  const organ = organs.find(({ code }) => code === agency);
  // Pages of no organ, such as one's own account, keep the menu of the organ one begins in.
  const around = organ ?? firstOrgan(session, organs);
  const page = useMatches().at(-1)?.staticData ?? {};
  const main = useFocusOnChange();
  return (
    <>
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        跳到主要内容
      </a>
      {around?.isDemo === true ? (
        <aside className="demo-banner" aria-label="演示说明">
          <strong>演示数据</strong>：本页的机关、人员和事项均为虚构，不得用于正式办理。
        </aside>
      ) : null}
      <TopBar organ={organ} around={around} organs={organs} />
      <div className="frame">
        <Menu organ={around} className="side" />
        <main id="main" tabIndex={-1} ref={main}>
          <Breadcrumb organ={organ} page={page} />
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </>
  );
}

/** A new page takes the focus, as a new document would; filters that change the address do not. */
function useFocusOnChange() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}
