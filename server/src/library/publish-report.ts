import type { Report } from "@gongkai/annual-report";
import type { Library } from "./library.ts";
import type { PublishedReport, StoredReport } from "./published-report.ts";
import { Organ, PlainDate, RESERVED_SLUGS } from "./schema.ts";

export interface Publication {
  readonly organ: Organ;
  readonly report: Report;
  /** The date it is published, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly publishedOn: string;
  /** The instant of the act, ISO 8601. */
  readonly recordedAt: string;
  /** Where the content comes from; the organ itself when left out. */
  readonly source?: string;
  readonly note?: string;
  /** A report of the same organ and year may be replaced only when this is said. */
  readonly replaces?: boolean;
}

export type PublishRefusal =
  | "bad-organ"
  | "reserved-slug"
  | "bad-date"
  | "no-edition"
  | "no-year"
  | "year-not-over"
  | "slug-taken"
  | "already-published";

export const PUBLISH_REFUSALS = {
  "bad-organ": "机关信息不完整：需要名称、层级、所在地区，以及由小写字母、数字和连字符组成的代号。",
  "reserved-slug": "这个代号是年报库自己的网址，请换一个。",
  "bad-date": "发布日期应为 YYYY-MM-DD。",
  "no-edition": "这份报告里没有找到年度报告的表格，不能发布。",
  "no-year": "没有读出报告的年度，请补上后再发布。",
  "year-not-over": "报告年度还没有结束，不能发布。",
  "slug-taken": "这个代号已属于另一个机关，请换一个。",
  "already-published": "该机关这一年度的报告已经发布；确需更换的，请明确选择替换。",
} as const satisfies Record<PublishRefusal, string>;

export type PublishResult =
  | { readonly ok: true; readonly published: PublishedReport }
  | { readonly ok: false; readonly refusal: PublishRefusal; readonly message: string };

/** Publishes an organ's report. When it resolves with `ok` the report is kept and shown. */
export async function publishReport(library: Library, publication: Publication): Promise<PublishResult> {
  const refusal = findRefusal(library, publication);
  if (refusal !== undefined) return { ok: false, refusal, message: PUBLISH_REFUSALS[refusal] };
  return { ok: true, published: await library.put(store(publication)) };
}

function findRefusal(library: Library, { organ, report, publishedOn, replaces = false }: Publication): PublishRefusal | undefined {
  if (!Organ.safeParse(organ).success) return "bad-organ";
  if (RESERVED_SLUGS.includes(organ.slug)) return "reserved-slug";
  if (!PlainDate.safeParse(publishedOn).success) return "bad-date";
  if (report.edition === null) return "no-edition";
  if (report.year === null || report.year < 2008) return "no-year"; // the Regulations are of 2008
  if (report.year >= Number(publishedOn.slice(0, 4))) return "year-not-over";
  if (library.isDemo()) return undefined; // what stands there now makes room
  const shelf = library.shelf();
  const known = shelf.findOrgan(organ.slug);
  if (known !== undefined && known.organ.name !== organ.name) return "slug-taken";
  if (!replaces && shelf.findReport(organ.slug, report.year) !== undefined) return "already-published";
  return undefined;
}

/** Leaves out what belongs to the reading and not to the report: the file's name and the reader's findings. */
function store({ organ, report, publishedOn, recordedAt, source, note }: Publication): StoredReport {
  const { agency, title, sections, cells, states, sources, edition, year } = report;
  if (edition === null || year === null) throw new Error("findRefusal lets no report without edition and year pass");
  return {
    organ,
    publishedOn,
    recordedAt,
    source: source ?? organ.name,
    ...(note === undefined ? {} : { note }),
    report: { agency, title, sections, cells, states, sources, edition, year },
  };
}
