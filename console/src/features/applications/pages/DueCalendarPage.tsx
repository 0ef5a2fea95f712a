import { officialCalendar, plainDate } from "@gongkai/statute";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { z } from "zod";
import { useHttp } from "../../../lib/api.tsx";
import { today as askToday } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { useUrlQuery } from "../../../lib/use-url-query.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { applicationsQuery } from "../api/list-applications.ts";
import { DueMonth } from "../components/DueMonth.tsx";
import { lastOf, layOutMonth, moveMonth } from "../month.ts";
import "../cases.css";

const Query = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});
/** More open cases than this in one month no page can show; the list has them all. */
const MOST = 200;

/** 期限日历: what is due on which day of a month. */
export function Page() {
  const organ = useOrgan();
  const [query, change] = useUrlQuery(Query);
  const [today] = useState(askToday);
  const [calendar] = useState(officialCalendar);
  const month = query.month ?? today.slice(0, 7);
  const until = lastOf(plainDate(`${month}-01`));
  const list = useQuery(applicationsQuery(useHttp(), organ.code, { dueTo: until, pageSize: MOST }));
  const rows = list.data?.applications ?? [];
  const inMonth = rows.filter(({ dueOn }) => dueOn?.startsWith(month) === true);
  const before = rows.filter(({ dueOn, urgency }) => dueOn !== null && !dueOn.startsWith(month) && urgency === "overdue").length;
  return (
    <PageShell
      title="期限日历"
      lead="未答复的申请按答复期限列在到期的那一天。暂停、停止计算的，期限会顺延。"
      actions={
        <>
          <Button onClick={() => change({ month: moveMonth(month, -1) })}>上个月</Button>
          <Button onClick={() => change({ month: undefined })} disabled={query.month === undefined}>
            本月
          </Button>
          <Button onClick={() => change({ month: moveMonth(month, 1) })}>下个月</Button>
        </>
      }
    >
      <h2 aria-live="polite">
        {Number(month.slice(0, 4))}年{Number(month.slice(5))}月，{inMonth.length} 件到期
      </h2>
      {before === 0 ? null : (
        <p className="notice">
          以前的月份还有 {before} 件已经逾期，
          <Link to={organPath(organ.code, "applications")} search={{ overdue: true }}>
            查看逾期的申请
          </Link>
          。
        </p>
      )}
      {list.isError ? <ProblemNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {(list.data?.total ?? 0) > MOST ? (
        <p className="notice">到期的申请超过 {MOST} 件，这里只列出最早到期的；全部请在列表中查看。</p>
      ) : null}
      <DueMonth agency={organ.code} month={month} today={today} weeks={layOutMonth(month, inMonth, calendar)} />
      {inMonth.length === 0 && list.isSuccess ? <p className="month-none">这个月没有到期的申请。</p> : null}
    </PageShell>
  );
}
