import { type ApplicationCase, describeCaseProblem, parseCases, plainDate } from "@gongkai/statute";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { App } from "../platform/http.ts";
import { loadPortalPages } from "../portal/index.ts";
import type { Dependencies } from "../slices.ts";
import type { Worked } from "./answer.ts";
import { deadlineApiRoutes } from "./api-routes.ts";
import { addressOf, type Asked, MOST_ROWS, readAsked } from "./asked.ts";
import { rowsOf } from "./case-rows.ts";
import { layOutMonths } from "./month-grid.ts";
import { workOutCase } from "./work-out-case.ts";
import { workOutDays, workOutLimit } from "./work-out-days.ts";

const PUBLIC = { config: { audience: "public" }, schema: { hide: true } } as const;
const HTML = "text/html; charset=utf-8";
/** Browsers and proxies take longer addresses than this, but not all of them. */
const LONGEST_ADDRESS = 6000;
const LONGEST_FILE = 200_000;

/** The calculator of limits 期限计算器: a page that works without script and keeps nothing, and the same for programs. */
export async function deadlineRoutes(
  app: App,
  { clock, calendar, settings }: Pick<Dependencies, "clock" | "calendar" | "settings">,
): Promise<void> {
  const { assets, render } = await loadPortalPages(settings);
  deadlineApiRoutes(app, { clock, calendar });

  const workOut = (asked: Asked): Worked => {
    if (asked.way === "days") return workOutDays(asked, calendar());
    if (asked.way === "limit") return workOutLimit(asked, calendar());
    return workOutCase(asked, { calendar: calendar(), today: plainDate(clock.today()) });
  };
  const show = (
    asked: Asked,
    pasted?: { readonly text: string; readonly problems: readonly string[] },
  ): { status: number; page: string } => {
    const found = asked.isFresh ? undefined : workOut(asked);
    // Who asks for more rows is not done yet, and need not be told what is missing.
    const worked = asked.more > 0 && found?.ok === false ? undefined : found;
    const months = worked?.ok === true ? layOutMonths(worked.answer.days) : [];
    const status = pasted !== undefined && pasted.problems.length > 0 ? 422 : worked?.ok === false ? 400 : 200;
    return { status, page: render.renderDeadlinePage({ assets, asked, worked, months, pasted, address: addressOf(asked) }) };
  };

  app.get("/deadline", PUBLIC, async (request, reply) => {
    const { status, page } = show(readAsked(request.query as Record<string, unknown>)); // any query: readAsked takes what it knows
    return reply.code(status).type(HTML).header("cache-control", "no-store").send(page);
  });

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    const type = "application/x-www-form-urlencoded";
    if (!scope.hasContentTypeParser(type))
      scope.addContentTypeParser(type, { parseAs: "string", bodyLimit: 4 * LONGEST_FILE }, (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
    const Body = z.object({ file: z.string().max(LONGEST_FILE).default("") });
    scope.post("/deadline", { ...PUBLIC, schema: { hide: true, body: Body } }, async ({ body }, reply) => {
      const fresh = { ...readAsked({}), way: "case" } as const;
      const read = readPasted(body.file);
      if ("problems" in read) {
        const { page } = show(fresh, { text: body.file, problems: read.problems });
        return reply.code(422).type(HTML).header("cache-control", "no-store").send(page);
      }
      const asked: Asked = { ...fresh, channel: read.file.channel, rows: rowsOf(read.file), isFresh: false };
      const address = addressOf(asked);
      if (address.length <= LONGEST_ADDRESS) return reply.redirect(`${address}#result`, 303);
      const { status, page } = show(asked);
      return reply.code(status).type(HTML).header("cache-control", "no-store").send(page);
    });
  });
}

/** Told one by one; a file with more wrong is another kind of file. */
const TOLD = 8;

function readPasted(text: string): { readonly file: ApplicationCase } | { readonly problems: readonly string[] } {
  const parsed = parseCases(text);
  if (!parsed.ok) {
    const told = parsed.problems.slice(0, TOLD).map((problem) => `${describeCaseProblem(problem)}。`);
    const rest = parsed.problems.length - told.length;
    return { problems: rest > 0 ? [...told, `另有${rest}处。`] : told };
  }
  const [file] = parsed.value;
  if (parsed.value.length > 1) return { problems: [`文件里有${parsed.value.length}个案件，请一次粘贴一个。`] };
  if (file !== undefined && file.events.length > MOST_ROWS)
    return { problems: [`案件有${file.events.length}个事项，这里最多${MOST_ROWS}个。`] };
  if (file?.kind !== "application") return { problems: ["这是行政复议或者诉讼的案件，没有答复期限；请粘贴申请的案件文件。"] };
  return { file };
}
