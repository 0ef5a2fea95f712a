import type { FastifyReply, FastifyRequest } from "fastify";
import type { Ledger } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import { Nothing, Problem } from "../platform/problem-schema.ts";
import { describeDevice } from "./describe-device.ts";
import { signOut } from "./end-sessions.ts";
import { giveSecondFactor } from "./give-second-factor.ts";
import { identify, type Identity } from "./identify.ts";
import { isFromOwnSite } from "./own-site.ts";
import { presentSession } from "./present.ts";
import { refuse } from "./refusals.ts";
import { GiveSecondFactor, Session, SignIn } from "./schema.ts";
import { clearCookie, readCookie, type SessionToken, writeCookie } from "./session-token.ts";
import { signIn } from "./sign-in.ts";

export interface SessionDependencies {
  readonly ledger: Ledger;
  readonly settings: { readonly baseUrl: string | undefined };
}

/** Signing in and out, and who is signed in. */
export function sessionRoutes(app: App, { ledger, settings: { baseUrl } }: SessionDependencies): void {
  const { clock } = ledger;
  const url = "/api/v1/session";
  const tags = ["session"];

  app.get(
    url,
    {
      config: { audience: "signedIn", unfinished: ["secondFactor", "password", "enrolment"] },
      schema: { summary: "当前登录", tags, response: { 200: Session, "4xx": Problem } },
    },
    async (request, reply) => reply.header("cache-control", "no-store").send(await presentSession(ledger, signedInOf(request))),
  );

  app.post(
    url,
    {
      config: { audience: "public" },
      schema: {
        summary: "登录",
        description: "以 Cookie 保持登录；stage 说明还须办理的步骤。",
        tags,
        body: SignIn,
        response: { 201: Session, "4xx": Problem },
      },
    },
    async (request, reply) => {
      if (!isFromOwnSite(request, baseUrl)) return refuse(request, reply, { ok: false, refusal: "from-elsewhere" }, clock.instant());
      await endFormer(request);
      const device = describeDevice(request.headers["user-agent"]);
      const done = await signIn(ledger, { ...request.body, address: request.ip, device });
      if (!done.ok) return refuse(request, reply, done, clock.instant());
      return present(reply.code(201).header("set-cookie", writeCookie(done.value, baseUrl)), done.value);
    },
  );

  app.post(
    `${url}/second-factor`,
    {
      config: { audience: "signedIn", unfinished: ["secondFactor"] },
      schema: { summary: "输入动态验证码或恢复码", tags, body: GiveSecondFactor, response: { 200: Session, "4xx": Problem } },
    },
    async (request, reply) => {
      const signedIn = signedInOf(request);
      const done = await giveSecondFactor(ledger, signedIn, request.body);
      return done.ok ? present(reply, signedIn.session) : refuse(request, reply, done, clock.instant());
    },
  );

  app.delete(
    url,
    {
      config: { audience: "signedIn", unfinished: ["secondFactor", "password", "enrolment"] },
      schema: { summary: "退出登录", tags, response: { 204: Nothing, "4xx": Problem } },
    },
    async (request, reply) => {
      await signOut(ledger, signedInOf(request));
      return reply.code(204).header("set-cookie", clearCookie(baseUrl)).send(null);
    },
  );

  async function present(reply: FastifyReply, session: SessionToken): Promise<FastifyReply> {
    const signedIn = await identify(ledger, session);
    if (signedIn === undefined) throw new Error("a session just opened is gone");
    return reply.header("cache-control", "no-store").send(await presentSession(ledger, signedIn));
  }

  /** Whoever signs in anew in the same browser leaves the former session behind; it must not stay good. */
  async function endFormer(request: FastifyRequest): Promise<void> {
    const token = readCookie(request.headers.cookie);
    const former = token === undefined ? undefined : await identify(ledger, token);
    if (former !== undefined) await signOut(ledger, former);
  }
}

/** Who asks, on a route that is not open to everyone. */
export function signedInOf(request: FastifyRequest): Identity {
  if (request.signedIn === null) throw new Error(`Route ${request.routeOptions.url} is open to everyone.`);
  return request.signedIn;
}
