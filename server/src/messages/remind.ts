import { type Calendar, countWorkingDays, type PlainDate } from "@gongkai/statute";
import type { StreamName } from "../ledger/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { explainFailure, JobFailed } from "../platform/jobs/index.ts";
import { notify } from "./notify.ts";
import { findRecipients, type Recipients } from "./recipients.ts";

/** A limit that runs, and who must keep it. */
export interface DueLimit {
  readonly to: Recipients;
  readonly subject: StreamName;
  /** What is due, without personal data: `依申请公开 2026-0007 答复期限`. */
  readonly title: string;
  readonly dueOn: PlainDate;
  /** Tells the limits of one subject apart, by statute's rule id: `reply`. */
  readonly limit: string;
  /** The date rests on holidays that are not announced yet. */
  readonly provisional?: boolean;
}

/** Limits a slice keeps an eye on. It lists those that run; which of them are near is worked out here. */
export interface ReminderSource {
  /** The slice. */
  readonly name: string;
  readonly list: (
    db: Queryable,
    about: { readonly agencyId: number; readonly today: PlainDate; readonly calendar: Calendar },
  ) => Promise<readonly DueLimit[]>;
}

/** Each is told once: three working days before, one before, on the day, and when it has passed. */
export type ReminderStage = "threeDays" | "oneDay" | "today" | "overdue";

export interface Standing {
  readonly stage: ReminderStage;
  /** Working days that are left; below 0 those by which it is overdue. */
  readonly daysLeft: number;
}

/** How near a limit is; undefined when it is further off. A day on which no server ran is made good on the next. */
export function standingOf(dueOn: PlainDate, today: PlainDate, calendar: Calendar): Standing | undefined {
  if (today > dueOn) return { stage: "overdue", daysLeft: -Math.max(1, countWorkingDays(calendar, dueOn, today)) };
  if (today === dueOn) return { stage: "today", daysLeft: 0 };
  // On a day off before the limit nothing is left to wait for but the limit's own day.
  const daysLeft = Math.max(1, countWorkingDays(calendar, today, dueOn));
  if (daysLeft > 3) return undefined;
  return { stage: daysLeft > 1 ? "threeDays" : "oneDay", daysLeft };
}

/** Tells everybody of the limits that have come near since they were last told. Gives how many messages were made. */
export async function remind(
  db: Queryable,
  {
    sources,
    today,
    at,
    calendar,
    signal,
  }: {
    readonly sources: readonly ReminderSource[];
    readonly today: PlainDate;
    readonly at: string;
    readonly calendar: Calendar;
    readonly signal?: AbortSignal;
  },
): Promise<number> {
  const agencies = await db.selectFrom("agency").select("agency_id").where("agency_id", ">", 0).where("closed_on", "is", null).execute();
  const faults: unknown[] = [];
  let made = 0;
  for (const { agency_id: agencyId } of agencies) {
    for (const source of sources) {
      if (signal?.aborted === true) return made;
      try {
        for (const due of await source.list(db, { agencyId, today, calendar })) {
          made += await remindOf(db, source, due, { agencyId, today, at, calendar });
        }
      } catch (fault) {
        faults.push(fault); // one organ's trouble must not keep the others from being told
      }
    }
  }
  if (faults.length > 0) throw new JobFailed(`有${faults.length}处的期限提醒没有发出：${explainFailure(faults[0])}`);
  return made;
}

async function remindOf(
  db: Queryable,
  { name }: ReminderSource,
  { to, subject, title, dueOn, limit, provisional = false }: DueLimit,
  {
    agencyId,
    today,
    at,
    calendar,
  }: { readonly agencyId: number; readonly today: PlainDate; readonly at: string; readonly calendar: Calendar },
): Promise<number> {
  const standing = standingOf(dueOn, today, calendar);
  if (standing === undefined) return 0;
  return notify(db, {
    agencyId,
    at,
    to: await findRecipients(db, { agencyId, today, to }),
    kind: "reminder",
    title: `${title}${inWords(standing)}`,
    body: `期限届满日：${dateInWords(dueOn)}。${provisional ? "该日跨入放假安排尚未公布的年份，为暂定。" : ""}`,
    subject,
    dueOn,
    // A limit that is moved is a new one, and is told anew.
    onceKey: `reminder:${name}:${subject.kind}:${subject.id}:${limit}:${dueOn}:${standing.stage}`,
  });
}

function inWords({ stage, daysLeft }: Standing): string {
  if (stage === "today") return "今天届满";
  return stage === "overdue" ? `已逾期${-daysLeft}个工作日` : `还有${daysLeft}个工作日届满`;
}

function dateInWords(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
