import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { calendarQuery } from "../api/calendar.ts";
import { YearEditor } from "../components/YearEditor.tsx";

const Query = z.object({ year: z.number().int().min(2000).max(2199).optional().catch(undefined) });

export function Page() {
  const organ = useOrgan();
  const navigate = useNavigate();
  const [query] = useUrlQuery(Query);
  const { data } = useSuspenseQuery(calendarQuery(useHttp()));
  const year = query.year ?? Number(today().slice(0, 4)) + 1;
  const known = data.years.find((entry) => entry.year === year);
  const back = organPath(organ.code, "calendar");
  return (
    <PageShell
      title={known === undefined ? `录入 ${year} 年放假安排` : `修改 ${year} 年放假安排`}
      lead="按通知原文逐项填写。保存前先看会影响哪些期限。"
    >
      <YearEditor key={`${year}-${known?.version ?? 0}`} year={year} known={known} onSaved={() => void navigate({ to: back })} />
    </PageShell>
  );
}
