import {
  type ChangePassword,
  type ConfirmEnrolment,
  Enrolment,
  type GiveSecondFactor,
  RecoveryCodes,
  Session,
  type SignIn,
} from "@gongkai/server/contract";
import type { Http } from "../../../lib/http.ts";

/** Name and password; the answer says what comes next. */
export function signIn(http: Http, body: SignIn): Promise<Session> {
  return http.send("POST", "/session", { body, answer: Session });
}

/** A code of the authenticator, or a recovery code. */
export function giveSecondFactor(http: Http, body: GiveSecondFactor): Promise<Session> {
  return http.send("POST", "/session/second-factor", { body, answer: Session });
}

export function readSession(http: Http): Promise<Session> {
  return http.read("/session", Session);
}

export async function changePassword(http: Http, body: ChangePassword): Promise<Session> {
  await http.send("POST", "/account/password", { body });
  return readSession(http);
}

/** Begins to set up an authenticator; what was begun before and not confirmed is void. */
export function beginEnrolment(http: Http): Promise<Enrolment> {
  return http.send("POST", "/account/second-factor", { body: {}, answer: Enrolment });
}

export function confirmEnrolment(http: Http, body: ConfirmEnrolment): Promise<RecoveryCodes> {
  return http.send("POST", "/account/second-factor/confirmation", { body, answer: RecoveryCodes });
}
