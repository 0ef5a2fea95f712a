import { join } from "node:path";
import { createReaderPool } from "@gongkai/document/read";
import { watchCalendar } from "./calendar/index.ts";
import { fillDemo, fillDemoCases, fillDemoItems, listOfficers } from "./demo/index.ts";
import type { CitizenSms } from "./citizens/index.ts";
import { openLedger } from "./open-ledger.ts";
import type { SmsMessage } from "./messages/index.ts";
import { systemClock } from "./platform/clock.ts";
import type { Attempt } from "./platform/database/attempt.ts";
import { folderFileStore } from "./platform/files/file-store.ts";
import { startJobs } from "./platform/jobs/index.ts";
import type { Logger } from "./platform/log.ts";
import { createMail } from "./platform/mail/index.ts";
import { createSignedHook } from "./platform/signed-hook.ts";
import { listProjections } from "./projections.ts";
import { watchItems } from "./portal/index.ts";
import { announceChange } from "./search/index.ts";
import type { Settings } from "./settings.ts";
import { type Dependencies, JOBS, listActHooks, REMINDER_SOURCES, RUNNING_LIMITS } from "./slices.ts";

export interface Services {
  readonly dependencies: Dependencies;
  /** Begins to run jobs; called once the server listens. */
  readonly runJobs: () => Promise<void>;
  /** Stops the jobs and ends all connections. */
  readonly close: () => Promise<void>;
}

/** Opens everything the server stands on: database and ledger, files, readers, calendar, mail. What an administrator can mend comes back as a sentence. */
export async function startServices(settings: Settings, log: Logger): Promise<Attempt<Services>> {
  const clock = systemClock;
  const opened = await openLedger(settings, clock);
  if (!opened.ok) return opened;
  const { database } = opened.value;
  const watch = await watchCalendar(database, log);
  const ledger = { ...opened.value.ledger, projections: listProjections(watch.current), afterAppend: announceChange };
  const itemsWatch = await watchItems(database, log);
  const readers = createReaderPool({
    workers: settings.readerWorkers,
    timeoutMs: settings.readerTimeoutSeconds * 1000,
    memoryMb: settings.readerMemoryMb,
  });
  const mail = createMail({ smtpUrl: settings.smtpUrl, mailFrom: settings.mailFrom, log });
  const sms = createSignedHook<SmsMessage>({ url: settings.smsHookUrl, secret: settings.smsHookSecret, clock });
  const citizenSms = createSignedHook<CitizenSms>({ url: settings.citizenSmsHookUrl, secret: settings.citizenSmsHookSecret, clock });
  const dependencies: Dependencies = {
    settings,
    readers,
    clock,
    ledger,
    files: folderFileStore(join(settings.dataDir, "files")),
    calendar: watch.current,
    refreshCalendar: watch.refresh,
    itemsWatch,
  };
  const services = () => ({ calendar: watch.current(), hooks: listActHooks(dependencies) });
  if (settings.demo) await fillDemo({ ledger, services, calendar: watch.current });
  const stopping = new AbortController();
  let jobs: { stop(): Promise<void> } | undefined;
  let filling: Promise<void> = Promise.resolve();
  return {
    ok: true,
    value: {
      dependencies,
      async runJobs() {
        const needs = { ...dependencies, mail, sms, citizenSms, log, runningLimits: RUNNING_LIMITS, reminderSources: REMINDER_SOURCES };
        jobs = await startJobs({ database, log, jobs: JOBS, needs });
        if (!settings.demo) return;
        filling = fillDemoItems({ ledger, files: dependencies.files, listOfficers }, stopping.signal)
          .then(() => fillDemoCases({ ledger, services, calendar: watch.current }, stopping.signal))
          .then(() => log.info("the demonstration is complete"))
          .catch((fault: unknown) => {
            log.error({ err: fault }, "the demonstration's cases are incomplete");
          });
      },
      async close() {
        stopping.abort();
        await filling;
        await jobs?.stop();
        await mail.close();
        await readers.close();
        await itemsWatch.close();
        await watch.close();
        await database.close();
      },
    },
  };
}
