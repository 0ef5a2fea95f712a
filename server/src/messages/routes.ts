import type { FastifyRequest } from "fastify";
import { officeOf } from "../agencies/index.ts";
import { AgencyParams } from "../agencies/schema.ts";
import type { Ledger } from "../ledger/index.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { findPreferences, setPreferences } from "./preferences.ts";
import { presentMessage } from "./present.ts";
import { countUnread, listMessages, markRead } from "./queries.ts";
import { MessageList, MessageQuery, NotificationPreferences, ReadMessages, UnreadCount } from "./schema.ts";

const tags = ["消息"];

/** One's own messages in an organ, and when mail may come. */
export function messageRoutes(app: App, { ledger }: { readonly ledger: Ledger }): void {
  const { db, clock } = ledger;
  const messages = "/api/v1/agencies/:agency/messages";

  app.get(
    messages,
    {
      config: { audience: "signedIn" },
      schema: {
        tags,
        summary: "本人在该机关的消息",
        params: AgencyParams,
        querystring: MessageQuery,
        response: { 200: MessageList, "4xx": Problem },
      },
    },
    async (request) => {
      const { unread, before, limit } = request.query;
      const rows = await listMessages(db, { ...ownOf(request), unread, before, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      return {
        messages: shown.map(presentMessage),
        unread: await countUnread(db, ownOf(request)),
        next: rows.length > limit ? (shown.at(-1)?.message_id ?? null) : null,
      };
    },
  );

  app.get(
    `${messages}/unread`,
    {
      config: { audience: "signedIn" },
      schema: { tags, summary: "未读消息的条数", params: AgencyParams, response: { 200: UnreadCount, "4xx": Problem } },
    },
    async (request) => ({ unread: await countUnread(db, ownOf(request)) }),
  );

  app.post(
    `${messages}/reading`,
    {
      config: { audience: "signedIn" },
      schema: {
        tags,
        summary: "标记为已读",
        description: "只对本人的消息有效；答复剩余未读条数。",
        params: AgencyParams,
        body: ReadMessages,
        response: { 200: UnreadCount, "4xx": Problem },
      },
    },
    async (request) => {
      await markRead(db, { ...ownOf(request), at: clock.instant(), ...request.body });
      return { unread: await countUnread(db, ownOf(request)) };
    },
  );

  app.get(
    "/api/v1/account/notifications",
    {
      config: { audience: "signedIn" },
      schema: { tags, summary: "本人的提醒设置", response: { 200: NotificationPreferences, "4xx": Problem } },
    },
    async (request) => findPreferences(db, personOf(request)),
  );

  app.put(
    "/api/v1/account/notifications",
    {
      config: { audience: "signedIn" },
      schema: {
        tags,
        summary: "更改本人的提醒设置",
        body: NotificationPreferences,
        response: { 200: NotificationPreferences, "4xx": Problem },
      },
    },
    async (request) => {
      await setPreferences(db, personOf(request), request.body);
      return request.body;
    },
  );
}

function ownOf(request: FastifyRequest) {
  return { agencyId: officeOf(request).agency.agency_id, personId: personOf(request) };
}

function personOf(request: FastifyRequest): string {
  if (request.signedIn === null) throw new Error(`Route ${request.routeOptions.url} is open to everyone.`);
  return request.signedIn.personId;
}
