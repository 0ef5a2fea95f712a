import { inWords } from "@gongkai/statute";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { getAgency } from "../agencies/index.ts";
import { openSecret, sealSecret } from "../ledger/index.ts";
import { takeAttempt } from "../platform/attempts.ts";
import type { App } from "../platform/http.ts";
import { addMinutes } from "../platform/instant.ts";
import type { PortalPages } from "../portal/index.ts";
import { keepFiles } from "./add-files.ts";
import { clean } from "./check-draft.ts";
import { FILE_REFUSALS } from "./check-file.ts";
import type { CitizenDependencies } from "./dependencies.ts";
import type { FieldProblem } from "./form-words.ts";
import { isSameToken } from "./is-same-token.ts";
import { keyedHash } from "./keyed-hash.ts";
import { presentContact, PUBLIC, readCookie, sendPage, writeCookie } from "./portal-view.ts";
import { readForm, receiveForms } from "./receive-forms.ts";
import { giveOpinion, openLink, type OpenLink } from "./third-party.ts";

const COOKIE = "gongkai_opinion";
const PURPOSE = "opinion-session";
const SESSION_MINUTES = 120;
const OPEN_LIMIT = { most: 60, windowSeconds: 900, blockSeconds: 900 } as const;

const MESSAGES = {
  "link-gone": ["链接已失效", "链接不完整、已过期，或者已经换发新的链接。请向发出征求意见书的机关重新索取。"],
  "link-used": ["意见已经提交", "这个链接只能使用一次，意见此前已经提交。需要更正的，请与发出征求意见书的机关联系。"],
  "consultation-over": ["征求意见已经结束", "期限已过或者意见已经登记。仍有意见的，请与发出征求意见书的机关联系。"],
} as const;

/** What a third party sees through its one-time link. The token leaves the address at once: it goes into a sealed cookie. */
export async function opinionRoutes(app: App, dependencies: CitizenDependencies, { assets, render }: PortalPages): Promise<void> {
  const { ledger, files, settings, calendar, actHooks } = dependencies;
  const isSecure = settings.baseUrl?.startsWith("https:") === true;
  const services = () => ({ calendar: calendar(), hooks: actHooks });
  const say = (reply: FastifyReply, refusal: keyof typeof MESSAGES) => {
    const [heading, message] = MESSAGES[refusal];
    return sendPage(reply, render.renderOpinionMessagePage({ assets, heading, message }), 410);
  };

  // The query is in no log; the path would be.
  app.get(
    "/opinion",
    { ...PUBLIC, schema: { hide: true, querystring: z.object({ k: z.string().max(200).catch("").default("") }) } },
    async (request, reply) => {
      const allowed = await takeAttempt(ledger.db, { limit: OPEN_LIMIT, bucket: `opinion:${request.ip}`, at: ledger.clock.instant() });
      if (!allowed.isAllowed)
        return sendPage(
          reply,
          render.renderOpinionMessagePage({ assets, heading: "请稍后再试", message: "尝试次数太多，请15分钟后再试。" }),
          429,
        );
      const opened = await openLink(ledger, request.query.k, services());
      if (!opened.ok) return say(reply, opened.refusal);
      const session = { token: request.query.k, until: addMinutes(ledger.clock.instant(), SESSION_MINUTES) };
      const sealed = sealSecret(ledger.keys, JSON.stringify(session), PURPOSE).toString("base64url");
      return reply.header("set-cookie", writeCookie(COOKIE, sealed, { path: "/opinion", isSecure })).redirect("/opinion/form", 303);
    },
  );

  function tokenOf(request: FastifyRequest): string {
    try {
      const cookie = readCookie(request.headers.cookie, COOKIE) ?? "";
      const session = JSON.parse(openSecret(ledger.keys, Buffer.from(cookie, "base64url"), PURPOSE)) as { token: string; until: string }; // sealed above
      return session.until > ledger.clock.instant() ? session.token : "";
    } catch {
      return ""; // none, or not ours
    }
  }
  const formToken = (token: string) => keyedHash(ledger.keys, "session-form", token).toString("base64url").slice(0, 22);

  async function show(
    reply: FastifyReply,
    token: string,
    link: OpenLink,
    given: { readonly position: string; readonly text: string; readonly problems: readonly FieldProblem[] },
  ): Promise<FastifyReply> {
    const agency = await getAgency(ledger.db, link.row.agency_id);
    const page = render.renderOpinionPage({
      assets,
      agency: { name: agency.name, isDemo: agency.is_demo, contact: presentContact(agency.contact) },
      about: link.about,
      why: link.why,
      sentOn: inWords(link.sentOn),
      limitOn: link.limitOn === null ? null : inWords(link.limitOn),
      token: formToken(token),
      ...given,
    });
    return sendPage(reply, page, given.problems.length > 0 ? 422 : 200);
  }

  app.get("/opinion/form", PUBLIC, async (request, reply) => {
    const token = tokenOf(request);
    const opened = await openLink(ledger, token, services());
    return opened.ok ? show(reply, token, opened.value, { position: "", text: "", problems: [] }) : say(reply, opened.refusal);
  });

  await receiveForms(app, settings.baseUrl, (scope) => {
    scope.post("/opinion/form", PUBLIC, async (request, reply) => {
      const token = tokenOf(request);
      const opened = await openLink(ledger, token, services());
      const { fields, files: sent } = await readForm(request);
      if (!opened.ok) return say(reply, opened.refusal);
      if (!isSameToken(fields["token"], formToken(token))) return say(reply, "link-gone");
      const position = fields["position"] === "agree" || fields["position"] === "object" ? fields["position"] : "";
      const text = clean(fields["text"] ?? "").slice(0, 5000);
      const again = (field: string, message: string) =>
        show(reply, token, opened.value, { position, text, problems: [{ field, message }] });
      if (position === "") return again("position", "请选择同意或者不同意。");
      if (position === "object" && text === "" && sent.length === 0) return again("text", "不同意公开的，请写明理由或者上传证明材料。");
      const kept = await keepFiles(dependencies, opened.value.row.agency_id, sent, { files: 0, bytes: 0 });
      if (!kept.ok)
        return again("file", kept.name === undefined ? FILE_REFUSALS[kept.refusal] : `“${kept.name}”：${FILE_REFUSALS[kept.refusal]}`);
      const done = await giveOpinion(ledger, { files, services }, opened.value, { position, text, files: kept.kept });
      if (!done.ok) return say(reply, done.refusal === "consultation-over" ? "consultation-over" : "link-gone");
      const page = render.renderOpinionMessagePage({
        assets,
        heading: "意见已经提交",
        message: "谢谢。您的意见已经登记，行政机关会依法作出决定。您可以打印本页留存。",
        isFine: true,
      });
      return sendPage(reply.header("set-cookie", writeCookie(COOKIE, "", { path: "/opinion", maxAge: 0, isSecure })), page);
    });
  });
}
