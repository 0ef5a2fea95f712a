import type { CronItem } from "graphile-worker";
import type { Job, Schedule } from "./job.ts";

/** China has kept one time, eight hours ahead of UTC, without summer time since 1992; the worker's own schedules are in UTC. */
const HOURS_AHEAD = 8;

/** A run that was missed because no server was up is caught up with, if it is not older than this. */
const CATCH_UP_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The worker's form of a schedule. Runs of one job wait for each other, and no more than one waits. */
export function cronItem({ name, schedule, tries }: Job<never> & { readonly schedule: Schedule; readonly tries: number }): CronItem {
  return {
    task: name,
    identifier: name,
    match: cronPattern(schedule),
    options: {
      jobKey: name,
      queueName: name,
      maxAttempts: tries,
      backfillPeriod: schedule.every === "day" ? CATCH_UP_MILLISECONDS : 0,
    },
  };
}

/** @example cronPattern({ every: "day", at: "00:20" }) // "20 16 * * *", in UTC */
export function cronPattern(schedule: Schedule): string {
  switch (schedule.every) {
    case "minute":
      return "* * * * *";
    case "hour":
      return `${schedule.minute} * * * *`;
    case "day": {
      const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(schedule.at);
      if (parts === null) throw new RangeError(`${schedule.at} is not a time of day (HH:MM)`);
      const [, hour, minute] = parts.map(Number);
      return `${minute} ${((hour ?? 0) + 24 - HOURS_AHEAD) % 24} * * *`;
    }
  }
}

const WORDS = { minute: "每分钟", hour: "每小时", day: "每日" } as const;

/** @example describeSchedule({ every: "day", at: "00:20" }) // 每日 00:20 */
export function describeSchedule(schedule: Schedule): string {
  const word = WORDS[schedule.every];
  if (schedule.every === "day") return `${word} ${schedule.at}`;
  return schedule.every === "hour" ? `${word}第 ${schedule.minute} 分` : word;
}
