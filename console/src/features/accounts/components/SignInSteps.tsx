import type { Session } from "@gongkai/server/contract";
import { EnrolSecondFactor } from "./EnrolSecondFactor.tsx";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SecondFactorForm } from "./SecondFactorForm.tsx";
import { readSession } from "../api/sign-in.ts";
import { useHttp } from "../../../lib/api.tsx";

interface SignInStepsProps {
  /** How far the sign-in has come; null: not begun. */
  readonly session: Session | null;
  /** Fixed when somebody signs in again. */
  readonly signInName?: string;
  readonly onSession: (session: Session | null) => void;
}

/** Signing in, one step at a time: name and password, code, a new password or authenticator where one is demanded. */
export function SignInSteps({ session, signInName, onSession }: SignInStepsProps) {
  const http = useHttp();
  switch (session?.stage) {
    case undefined:
      return <PasswordForm {...(signInName === undefined ? {} : { signInName })} onSession={onSession} />;
    case "secondFactor":
      return <SecondFactorForm onSession={onSession} onBack={() => onSession(null)} />;
    case "password":
      return <NewPasswordForm signInName={session.person.signInName} onSession={onSession} />;
    case "enrolment":
      return <EnrolSecondFactor onDone={async () => onSession(await readSession(http))} />;
    case "complete":
      return null;
  }
}
