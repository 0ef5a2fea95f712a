import type { Session } from "@gongkai/server/contract";
import { StyleProvider } from "@ant-design/cssinjs";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { useState } from "react";
import { HttpProvider } from "../lib/api.tsx";
import { createHttp } from "../lib/http.ts";
import { ProblemError } from "../lib/problem.ts";
import { SESSION_KEY } from "../lib/session.ts";
import { createReentry } from "./reentry.ts";
import { createConsoleRouter } from "./router.tsx";
import { THEME } from "./theme.ts";

/** Tries of a read beyond the first, when the network or the server stumbled; a refusal stays a refusal. */
const MORE_TRIES = 2;

function createParts() {
  const cache = new QueryClient({
    defaultOptions: {
      queries: {
        retry: (tries, fault) => tries < MORE_TRIES && fault instanceof ProblemError && (fault.status === 0 || fault.status === 503),
        staleTime: 10_000,
      },
    },
  });
  const reentry = createReentry();
  const http = createHttp({
    fetch: (input, init) => fetch(input, init),
    csrfToken: () => cache.getQueryData<Session | null>(SESSION_KEY)?.csrfToken,
    // Who has not signed in yet on this page is led to the sign-in page instead.
    signInAgain: () => (cache.getQueryData<Session | null>(SESSION_KEY)?.stage === "complete" ? reentry.ask() : Promise.resolve(false)),
  });
  return { cache, http, router: createConsoleRouter(reentry) };
}

/** What pops up belongs to the part of the page it came from, so that it is found there by who reads by landmarks. */
function findPopupParent(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>(".ant-modal-container, main, header") ?? document.body;
}

/** The console: its theme and language, the cache of what the server said, and the pages. */
export function App() {
  const [{ cache, http, router }] = useState(createParts);
  return (
    <StyleProvider layer>
      <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }} getPopupContainer={findPopupParent}>
        <QueryClientProvider client={cache}>
          <HttpProvider value={http}>
            <RouterProvider router={router} />
          </HttpProvider>
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  );
}
