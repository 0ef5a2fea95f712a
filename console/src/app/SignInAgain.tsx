import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Session } from "@gongkai/server/contract";
import { SignInSteps } from "../features/accounts/components/SignInSteps.tsx";
import { SESSION_KEY } from "../lib/session.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** The sign-in has ended while somebody was at work: sign in again here, and what was typed stays where it is. */
export function SignInAgain({ onAnswer }: { readonly onAnswer: (signedIn: boolean) => void }) {
  const cache = useQueryClient();
  // As it was before: while signing in again, the cache holds the steps in between.
  const [before] = useState(() => cache.getQueryData<Session | null>(SESSION_KEY));
  const [stage, setStage] = useState<Session | null>(null);
  const name = before?.person.signInName;
  const giveUp = () => onAnswer(false);
  return (
    <Dialog title="登录已失效，请重新登录" onClose={giveUp}>
      <p>页面上填写的内容还在，登录后自动继续刚才的操作。</p>
      <SignInSteps
        session={stage}
        {...(name === undefined ? {} : { signInName: name })}
        onSession={(session) => {
          setStage(session);
          if (session === null || before == null) return giveUp();
          if (session.person.id !== before.person.id) return window.location.reload();
          const isComplete = session.stage === "complete";
          // Until it is complete the page below still shows the sign-in that was; only the token is already the new one.
          cache.setQueryData(SESSION_KEY, isComplete ? session : { ...before, csrfToken: session.csrfToken });
          if (isComplete) onAnswer(true);
        }}
      />
      <p>
        <Button type="link" onClick={giveUp}>
          暂不登录
        </Button>
      </p>
    </Dialog>
  );
}
