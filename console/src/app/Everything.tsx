import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Reentry } from "./reentry.ts";

const SignInAgain = lazy(() => import("./SignInAgain.tsx").then((module) => ({ default: module.SignInAgain })));

/** The page that is open, and above it, when the sign-in has ended, the question to sign in again. */
export function Everything({ reentry }: { readonly reentry: Reentry }) {
  const isAsked = useSyncExternalStore(reentry.subscribe, reentry.isAsked);
  return (
    <>
      <Outlet />
      {isAsked ? (
        <Suspense>
          <SignInAgain onAnswer={reentry.answer} />
        </Suspense>
      ) : null}
    </>
  );
}
