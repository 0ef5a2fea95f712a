import type { CatalogueEntry } from "@gongkai/server/contract";
import {
  type Calendar,
  isPlainDate,
  type LocalLimit,
  plainDate,
  publicationDue,
  type PublicationKind,
  workingDays,
} from "@gongkai/statute";

type Limit = Pick<CatalogueEntry, "limitKind" | "limitDays">;

export interface LastDay {
  readonly on: string;
  /** The limit that decides: the entry's own, or the law's. */
  readonly cites: string;
  readonly hardStopOn: string;
  readonly isProvisional: boolean;
}

/** Until when information formed on a day has to be public under an entry; undefined without a date. */
export function lastDayFor(entry: Limit, formedOn: string, kind: PublicationKind, calendar: Calendar): LastDay | undefined {
  if (!isPlainDate(formedOn)) return undefined;
  const { due, hardStop } = publicationDue({ formedOn: plainDate(formedOn), kind, local: [localLimit(entry)] }, calendar);
  return { on: due.on, cites: due.cites, hardStopOn: hardStop.on, isProvisional: due.provisional };
}

function localLimit({ limitKind, limitDays }: Limit): LocalLimit {
  const name = `目录规定的${sayLimit({ limitKind, limitDays })}`;
  switch (limitKind) {
    case "workingDays":
      return { name, length: workingDays(limitDays ?? 20) };
    case "fortnight":
      return { name, length: { number: 14, unit: "days" } };
    case "month":
    case "quarter":
      return { name, length: { endOf: limitKind } };
  }
}

/** An entry's limit in the words of the catalogue. */
export function sayLimit({ limitKind, limitDays }: Limit): string {
  switch (limitKind) {
    case "workingDays":
      return `${limitDays ?? 20}个工作日`;
    case "month":
      return "当月内";
    case "quarter":
      return "当季度内";
    case "fortnight":
      return "每两周";
  }
}
