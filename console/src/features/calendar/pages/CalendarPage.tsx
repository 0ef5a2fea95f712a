import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useSession } from "../../../lib/session.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { calendarQuery } from "../api/calendar.ts";
import { YearList } from "../components/YearList.tsx";

export function Page() {
  const organ = useOrgan();
  const { isPlatformAdministrator } = useSession();
  const { data } = useSuspenseQuery(calendarQuery(useHttp()));
  const edit = organPath(organ.code, "calendar/edit");
  const known = new Set(data.years.map(({ year }) => year));
  const thisYear = Number(today().slice(0, 4));
  const unannounced = [thisYear, thisYear + 1].filter((year) => !known.has(year));
  return (
    <PageShell title="放假安排" lead="国务院办公厅每年通知的放假和调休，是计算工作日的依据。全系统各机关共用一份。">
      {unannounced.length === 0 ? null : (
        <div className="notice">
          <p>
            <strong>{unannounced.map((year) => `${year} 年`).join("、")}的放假安排尚未录入。</strong>
            跨入这些年份的期限按法定节假日推算，标为“暂定”。通知公布后请及时录入，正在计算的期限会自动重算并留下记录。
          </p>
          {isPlatformAdministrator
            ? unannounced.map((year) => (
                <Link key={year} to={edit} search={{ year }}>
                  录入 {year} 年
                </Link>
              ))
            : null}
        </div>
      )}
      <YearList years={data.years} edit={isPlatformAdministrator ? edit : undefined} />
    </PageShell>
  );
}
