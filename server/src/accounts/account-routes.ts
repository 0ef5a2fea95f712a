import type { Ledger } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import { addMinutes } from "../platform/instant.ts";
import { Nothing, Problem } from "../platform/problem-schema.ts";
import { changePassword } from "./change-password.ts";
import { endOwnSessions } from "./end-sessions.ts";
import { confirmEnrolment, removeSecondFactor, startEnrolment } from "./enrol.ts";
import { presentDevice } from "./present.ts";
import { listSessions } from "./queries.ts";
import { refuse } from "./refusals.ts";
import {
  ChangePassword,
  ConfirmEnrolment,
  Enrolment,
  RecoveryCodes,
  RemoveSecondFactor,
  SessionParams,
  SignedInDevices,
} from "./schema.ts";
import { signedInOf } from "./session-routes.ts";
import { IDLE_MINUTES } from "./session-token.ts";

/** What concerns a person's own account: sessions, password, second factor. */
export function accountRoutesOfOneself(app: App, { ledger }: { readonly ledger: Ledger }): void {
  const { db, clock } = ledger;
  const url = "/api/v1/account";
  const tags = ["account"];

  app.get(
    `${url}/sessions`,
    { config: { audience: "signedIn" }, schema: { summary: "本人的各处登录", tags, response: { 200: SignedInDevices, "4xx": Problem } } },
    async (request) => {
      const { personId, homeAgencyId, session } = signedInOf(request);
      const at = clock.instant();
      const rows = await listSessions(db, { agencyId: homeAgencyId, personId, at, idleSince: addMinutes(at, -IDLE_MINUTES) });
      return { sessions: rows.map((row) => presentDevice(row, session.hash)) };
    },
  );

  app.delete(
    `${url}/sessions/:session`,
    {
      config: { audience: "signedIn" },
      schema: { summary: "退出本人的另一处登录", tags, params: SessionParams, response: { 204: Nothing, "4xx": Problem } },
    },
    async (request, reply) => {
      const done = await endOwnSessions(ledger, signedInOf(request), Buffer.from(request.params.session, "hex"));
      return done.ok ? reply.code(204).send(null) : refuse(request, reply, done, clock.instant());
    },
  );

  app.delete(
    `${url}/sessions`,
    { config: { audience: "signedIn" }, schema: { summary: "退出本人的其他全部登录", tags, response: { 204: Nothing, "4xx": Problem } } },
    async (request, reply) => {
      const done = await endOwnSessions(ledger, signedInOf(request));
      return done.ok ? reply.code(204).send(null) : refuse(request, reply, done, clock.instant());
    },
  );

  app.post(
    `${url}/password`,
    {
      config: { audience: "signedIn", unfinished: ["password"] },
      schema: {
        summary: "更换密码",
        description: "其他登录随即退出。",
        tags,
        body: ChangePassword,
        response: { 204: Nothing, "4xx": Problem },
      },
    },
    async (request, reply) => {
      const done = await changePassword(ledger, signedInOf(request), request.body);
      return done.ok ? reply.code(204).send(null) : refuse(request, reply, done, clock.instant());
    },
  );

  app.post(
    `${url}/second-factor`,
    {
      config: { audience: "signedIn", unfinished: ["enrolment"] },
      schema: { summary: "开始绑定验证器", tags, response: { 200: Enrolment, "4xx": Problem } },
    },
    async (request, reply) => {
      const done = await startEnrolment(ledger, signedInOf(request));
      if (!done.ok) return refuse(request, reply, done, clock.instant());
      return reply.header("cache-control", "no-store").send(done.value);
    },
  );

  app.post(
    `${url}/second-factor/confirmation`,
    {
      config: { audience: "signedIn", unfinished: ["enrolment"] },
      schema: { summary: "以第一个验证码完成绑定", tags, body: ConfirmEnrolment, response: { 200: RecoveryCodes, "4xx": Problem } },
    },
    async (request, reply) => {
      const done = await confirmEnrolment(ledger, signedInOf(request), request.body.code);
      if (!done.ok) return refuse(request, reply, done, clock.instant());
      return reply.header("cache-control", "no-store").send({ recoveryCodes: done.value });
    },
  );

  app.post(
    `${url}/second-factor/removal`,
    {
      config: { audience: "signedIn" },
      schema: { summary: "解除验证器的绑定", tags, body: RemoveSecondFactor, response: { 204: Nothing, "4xx": Problem } },
    },
    async (request, reply) => {
      const done = await removeSecondFactor(ledger, signedInOf(request), request.body);
      return done.ok ? reply.code(204).send(null) : refuse(request, reply, done, clock.instant());
    },
  );
}
