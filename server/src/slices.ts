import type { ReaderPool } from "@gongkai/document/read";
import type { Calendar } from "@gongkai/statute";
import { ACCOUNT_JOBS, accountRoutes } from "./accounts/index.ts";
import { agencyRoutes } from "./agencies/index.ts";
import {
  APPLICATION_WORDS,
  type ActHook,
  applicationLimits,
  applicationReminders,
  applicationRoutes,
  applicationWork,
} from "./applications/index.ts";
import { ATTACHMENT_JOBS, type AttachmentStores, attachmentRoutes } from "./attachments/index.ts";
import { auditRoutes, type EventWords } from "./audit/index.ts";
import { CALENDAR_JOBS, type CalendarJobNeeds, calendarRoutes, type RunningLimits } from "./calendar/index.ts";
import { CITIZEN_JOBS, type CitizenJobNeeds, citizenNoticeHook, citizenRoutes } from "./citizens/index.ts";
import { consoleRoutes } from "./console/index.ts";
import { demoRoutes } from "./demo/index.ts";
import { deadlineRoutes } from "./deadlines/index.ts";
import {
  countTable2,
  DISCLOSURE_JOBS,
  type DisclosureJobNeeds,
  disclosureRoutes,
  ITEM_REMINDERS,
  ITEM_WORDS,
  ITEM_WORK,
} from "./disclosures/index.ts";
import { type FigureSource, figureRoutes } from "./figures/index.ts";
import { ITEM_IMPORT_JOBS, type ItemImportJobNeeds, itemImportRoutes } from "./item-imports/index.ts";
import type { Ledger } from "./ledger/index.ts";
import { letterHook, letterRoutes } from "./letters/index.ts";
import { libraryRoutes } from "./library/index.ts";
import { MESSAGE_JOBS, type MessageJobNeeds, messageRoutes, type ReminderSource } from "./messages/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { FileStore } from "./platform/files/file-store.ts";
import type { App } from "./platform/http.ts";
import { type Job, jobRoutes, QUEUE_JOBS } from "./platform/jobs/index.ts";
import { disclosurePortalRoutes, type ItemsWatch, portalRoutes } from "./portal/index.ts";
import { OWN_RECORD_WORDS, ownRecordReminders, ownRecordRoutes, ownRecordWork } from "./own-records/index.ts";
import { REGISTER_JOBS, type RegisterJobNeeds, registerRoutes } from "./registers/index.ts";
import { closeRedo, remedyRoutes } from "./remedies/index.ts";
import { reportRoutes } from "./reports/index.ts";
import { SEARCH_JOBS } from "./search/index.ts";
import type { Settings } from "./settings.ts";
import { todayRoutes, type WorkSource } from "./today/index.ts";

/** What a slice may lean on; handed in, never fetched. */
export interface Dependencies {
  readonly settings: Settings;
  readonly readers: ReaderPool;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly files: FileStore;
  /** The calendar in force now: notices that come with the program and those entered since. */
  readonly calendar: () => Calendar;
  /** Reads it anew, after this process has changed it. */
  readonly refreshCalendar: () => Promise<Calendar>;
  /** Hears in this process when anything public changes, whichever process changed it. */
  readonly itemsWatch: ItemsWatch;
}

/** A slice's routes. One that needs nothing may leave the second parameter out. */
export type Slice = (app: App, dependencies: Dependencies) => void | Promise<void>;

/** What slices bring about with an act on an application, such as its letter. */
export function listActHooks({ files, ledger }: Pick<Dependencies, "files" | "ledger">): readonly ActHook[] {
  return [closeRedo, citizenNoticeHook, letterHook({ files, keys: ledger.keys })]; // letters last: they say what the others have settled
}

/** Cases whose limits a calendar notice moves. */
export const RUNNING_LIMITS: readonly RunningLimits[] = [applicationLimits];

/** Limits that people are reminded of. */
export const REMINDER_SOURCES: readonly ReminderSource[] = [applicationReminders, ownRecordReminders, ITEM_REMINDERS];

/** What waits for people, for the first screen of the console. */
export const WORK_SOURCES: readonly WorkSource[] = [applicationWork, ownRecordWork, ITEM_WORK];

/** Figures of the annual report that other slices know: item (一) of table 2 is a view of the register of normative documents. */
export const FIGURE_SOURCES: readonly FigureSource[] = [async (db, agencyId, year) => (await countTable2(db, agencyId, year)).cells];

/** What the office calls the events of cases, items and requests to correct a record, for the audit. */
export const EVENT_WORDS: EventWords = { application: APPLICATION_WORDS, item: ITEM_WORDS, ownRecord: OWN_RECORD_WORDS };

/** What the jobs of all slices lean on. */
export type JobNeeds = CalendarJobNeeds &
  MessageJobNeeds &
  CitizenJobNeeds &
  DisclosureJobNeeds &
  RegisterJobNeeds &
  ItemImportJobNeeds &
  AttachmentStores;

/** Work apart from requests. */
export const JOBS: readonly Job<JobNeeds>[] = [
  ...ACCOUNT_JOBS,
  ...CALENDAR_JOBS,
  ...MESSAGE_JOBS,
  ...SEARCH_JOBS,
  ...CITIZEN_JOBS,
  ...DISCLOSURE_JOBS,
  ...REGISTER_JOBS,
  ...ITEM_IMPORT_JOBS,
  ...ATTACHMENT_JOBS,
  ...QUEUE_JOBS,
];

/** Every slice of the server, in the order of registration. */
export const SLICES: readonly Slice[] = [
  accountRoutes,
  agencyRoutes,
  (app, { ledger }) => auditRoutes(app, { ledger, words: EVENT_WORDS }),
  (app, { ledger, refreshCalendar }) =>
    calendarRoutes(app, { ledger, runningLimits: RUNNING_LIMITS, calendarWatch: { refresh: refreshCalendar } }),
  messageRoutes,
  (app, { ledger, calendar }) => todayRoutes(app, { ledger, calendar, workSources: WORK_SOURCES }),
  (app, { ledger }) => jobRoutes(app, { db: ledger.db, jobs: JOBS }),
  (app, dependencies) => applicationRoutes(app, { ...dependencies, actHooks: listActHooks(dependencies) }),
  letterRoutes,
  (app, dependencies) => citizenRoutes(app, dependencies, { actHooks: listActHooks(dependencies) }),
  (app, dependencies) => remedyRoutes(app, { ...dependencies, actHooks: listActHooks(dependencies) }),
  registerRoutes,
  attachmentRoutes,
  ownRecordRoutes,
  (app, { ledger }) => figureRoutes(app, { ledger, sources: FIGURE_SOURCES }),
  disclosureRoutes,
  itemImportRoutes,
  reportRoutes,
  libraryRoutes,
  deadlineRoutes,
  portalRoutes,
  disclosurePortalRoutes,
  consoleRoutes,
  (app, { ledger, settings }) => {
    if (settings.demo) demoRoutes(app, { ledger, settings });
  },
];
