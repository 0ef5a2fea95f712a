import type { Calendar } from "@gongkai/statute";
import { plainDate } from "@gongkai/statute";
import { officeOf, rolesOf } from "../agencies/index.ts";
import { AgencyParams } from "../agencies/schema.ts";
import type { Ledger } from "../ledger/index.ts";
import { countUnread, listMessages } from "../messages/index.ts";
import type { App } from "../platform/http.ts";
import { Problem } from "../platform/problem-schema.ts";
import { listToday } from "./list-today.ts";
import { Today } from "./schema.ts";
import type { WorkSource } from "./work-source.ts";

const MOST_MESSAGES = 20;

export interface TodayRouteNeeds {
  readonly ledger: Ledger;
  readonly calendar: () => Calendar;
  /** Of all slices. */
  readonly workSources: readonly WorkSource[];
}

/** What waits today, for the person who asks. */
export function todayRoutes(app: App, { ledger, calendar, workSources }: TodayRouteNeeds): void {
  const { db, clock } = ledger;
  app.get(
    "/api/v1/agencies/:agency/today",
    {
      config: { audience: "signedIn" },
      schema: {
        tags: ["今日待办"],
        summary: "今日待办",
        description: "本人在该机关所任岗位（包括代行B岗职责的）等着办理的事项，以及最近的未读消息。",
        params: AgencyParams,
        response: { 200: Today, "4xx": Problem },
      },
    },
    async (request) => {
      const { agency, duties, actor } = officeOf(request);
      const own = { agencyId: agency.agency_id, personId: actor.personId };
      const today = plainDate(clock.today());
      const asking = { ...own, agencyCode: agency.code, posts: duties.posts, roles: rolesOf(duties), today, calendar: calendar() };
      const [items, messages, unreadMessages] = await Promise.all([
        listToday(db, workSources, asking),
        listMessages(db, { ...own, unread: true, limit: MOST_MESSAGES }),
        countUnread(db, own),
      ]);
      return {
        today,
        items,
        messages: messages.map(({ message_id: id, kind, title, due_on: dueOn, created_at: createdAt }) => ({
          id,
          kind,
          title,
          dueOn,
          createdAt,
          url: `/console/agencies/${agency.code}/messages`,
        })),
        unreadMessages,
      };
    },
  );
}
