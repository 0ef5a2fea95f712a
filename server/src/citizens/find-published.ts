import type { Queryable } from "../platform/database/open-database.ts";
import { regionFindRelated, regionFindResults } from "../search/index.ts";

/** Something already public that may answer what is about to be asked (Art. 36(1)). */
export interface PublishedAnswer {
  readonly title: string;
  readonly href: string;
  /** Legal date, Asia/Shanghai; empty where there is none. */
  readonly publishedOn: string;
  /** Who has published it, where it is not the organ that is asked. */
  readonly by: string | null;
}

/** An organ as the finder needs it. */
export interface PublishedBy {
  readonly agencyId: number;
  readonly code: string;
  readonly name: string;
}

/** What is wanted, as typed. */
export interface Wanted {
  readonly title: string;
  readonly documentNumber?: string | undefined;
}

/** Looks in one place for what is public already; undefined: whoever has it. The results of all finders stand one after another. */
export type PublishedFinder = (db: Queryable, organ: PublishedBy | undefined, wanted: Wanted) => Promise<readonly PublishedAnswer[]>;

const MOST = 8;
const MOST_OF_OTHERS = 3;

/** Everything the finders know, each only once. */
export async function findPublished(
  db: Queryable,
  organ: PublishedBy | undefined,
  wanted: Wanted,
  finders: readonly PublishedFinder[],
): Promise<readonly PublishedAnswer[]> {
  if (wanted.title === "" && (wanted.documentNumber ?? "") === "") return [];
  const found = (await Promise.all(finders.map((find) => find(db, organ, wanted)))).flat();
  return found.filter(({ href }, index) => found.findIndex((other) => other.href === href) === index).slice(0, MOST);
}

/** The document whose number was named: of the organ itself, or of whom it belongs to. Regional. */
export const regionNumberFinder: PublishedFinder = async (db, organ, { documentNumber = "" }) => {
  const number = plainNumber(documentNumber);
  if (number.length < 4) return [];
  const { results } = await regionFindResults(db, { text: documentNumber, page: 1, pageSize: 20 });
  const same = results.filter(({ item }) => plainNumber(item.document_number ?? "") === number).slice(0, MOST_OF_OTHERS);
  return present(
    db,
    same.map(({ item }) => item),
    organ,
  );
};

/** A number without the brackets, which everybody types in another way. */
function plainNumber(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Items like what is wanted: the organ's own first, then some of others, who may be the ones that hold it. */
export const itemFinder: PublishedFinder = async (db, organ, { title }) => {
  const own = organ === undefined ? [] : await regionFindRelated(db, title, { agencyId: organ.agencyId, most: MOST });
  const all = await regionFindRelated(db, title, { most: MOST });
  const others = all.filter(({ agency_id }) => agency_id !== organ?.agencyId).slice(0, organ === undefined ? MOST : MOST_OF_OTHERS);
  return present(db, [...own, ...others], organ);
};

const ABOUT_REPORTS = /年报|年度报告|统计|收到.*申请|复议|诉讼|工作总结/;

/** The annual reports: how many applications an organ had and how they ended need not be asked for. */
export const reportFinder: PublishedFinder = async (_db, organ, { title }) =>
  organ === undefined || !ABOUT_REPORTS.test(title)
    ? []
    : [{ title: `${organ.name}政府信息公开工作年度报告`, href: `/organs/${organ.code}/reports`, publishedOn: "", by: null }];

interface Found {
  readonly agency_id: number;
  readonly item_id: string;
  readonly title: string;
  readonly published_on: string;
}

async function present(db: Queryable, found: readonly Found[], organ: PublishedBy | undefined): Promise<readonly PublishedAnswer[]> {
  if (found.length === 0) return [];
  const agencies = await db
    .selectFrom("agency")
    .select(["agency_id", "code", "name"])
    .where("agency_id", "in", [...new Set(found.map(({ agency_id }) => agency_id))])
    .execute();
  return found.flatMap(({ agency_id, item_id, title, published_on }) => {
    const by = agencies.find((one) => one.agency_id === agency_id);
    if (by === undefined) return [];
    return [
      {
        title,
        href: `/organs/${by.code}/items/${item_id}`,
        publishedOn: published_on,
        by: agency_id === organ?.agencyId ? null : by.name,
      },
    ];
  });
}
