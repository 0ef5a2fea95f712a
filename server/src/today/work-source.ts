import type { Calendar, PlainDate } from "@gongkai/statute";
import type { HeldPost, PostRole } from "../agencies/index.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import type { TodayKind } from "./schema.ts";

/** Something that waits for the person who asks. How urgent it is follows from the limit. */
export interface WorkItem {
  readonly id: string;
  /** One line without personal data of applicants. */
  readonly title: string;
  readonly number: string | null;
  readonly dueOn: PlainDate | null;
  readonly provisional?: boolean;
  /** What is waited for: 登记, 审核, 签发. */
  readonly act: string;
  /** The duty in which the person may do it. */
  readonly role: PostRole;
  /** Below `/console/agencies/{code}/`: `applications/…`. */
  readonly path: string;
}

export interface Asking {
  readonly agencyId: number;
  readonly personId: string;
  /** The posts in which the person acts in the organ today, held or stood in for. */
  readonly posts: readonly HeldPost[];
  readonly roles: ReadonlySet<PostRole>;
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

/** A slice's answer to: what waits for this person? One is registered for each kind of work. */
export interface WorkSource {
  readonly kind: TodayKind;
  readonly list: (db: Queryable, asking: Asking) => Promise<readonly WorkItem[]>;
}
