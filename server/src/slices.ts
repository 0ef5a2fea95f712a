import type { ReaderPool } from "@gongkai/document/read";
import type { Calendar } from "@gongkai/statute";
import type { ActHook } from "./applications/index.ts";
import type { Ledger } from "./ledger/index.ts";
import { libraryRoutes } from "./library/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { FileStore } from "./platform/files/file-store.ts";
import type { App } from "./platform/http.ts";
import { portalRoutes } from "./portal/index.ts";
import { reportRoutes } from "./reports/index.ts";
import type { Settings } from "./settings.ts";

/** What a slice may lean on; handed in, never fetched. */
export interface Dependencies {
  readonly settings: Settings;
  readonly readers: ReaderPool;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly files: FileStore;
  /** The calendar in force now: notices that come with the program and those entered since. */
  readonly calendar: () => Calendar;
  /** What slices bring about with an act on an application, such as its letter. */
  readonly actHooks: readonly ActHook[];
}

/** A slice's routes. One that needs nothing may leave the second parameter out. */
export type Slice = (app: App, dependencies: Dependencies) => void | Promise<void>;

/** Every slice of the server, in the order of registration. */
export const SLICES: readonly Slice[] = [reportRoutes, libraryRoutes, portalRoutes];
