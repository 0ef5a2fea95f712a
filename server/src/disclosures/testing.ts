import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officialCalendar, type Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { anOfficer, morningOf } from "../applications/testing.ts";
import type { Ledger } from "../ledger/index.ts";
import { stoppedClock } from "../platform/clock.ts";
import type { Queryable } from "../platform/database/open-database.ts";
import { type FileStore, folderFileStore } from "../platform/files/file-store.ts";
import { addEntry } from "./change-catalogue.ts";
import { draftItem } from "./draft-item.ts";
import { disclosureProjections } from "./index.ts";
import { markItem } from "./mark-item.ts";
import { publishItem } from "./publish-item.ts";
import { signItem, submitItem } from "./review-item.ts";
import { REVIEW_FORM } from "./review-form.ts";
import { CatalogueEntryGiven, ItemDraft, type ItemDone, MarkItem, SubmitItem } from "./schema.ts";
import { screenItem } from "./screen-item.ts";

/** A ledger at an instant, or on a day's morning. */
export function aDisclosureLedger(db: Ledger["db"], when: string): Ledger {
  return {
    db,
    clock: stoppedClock(when.length > 10 ? when : morningOf(when)),
    keys: { current: Buffer.alloc(32, 7), former: [] },
    projections: disclosureProjections(officialCalendar),
  };
}

export function someFiles(): FileStore {
  return folderFileStore(mkdtempSync(join(tmpdir(), "gongkai-items-")));
}

/** The people of a made-up office. */
export const STAFF = {
  drafter: anOfficer("handler"),
  unitHead: anOfficer("unitHead"),
  secrecyReviewer: anOfficer("secrecyReviewer"),
  leader: anOfficer("leader"),
  officeHead: anOfficer("officeHead"),
  registrar: anOfficer("registrar"),
} as const satisfies Record<string, Officer>;

/** All questions of the form answered with "no". */
export const CLEAR = Object.fromEntries(REVIEW_FORM.checks.map(({ id }) => [id, "clear" as const]));

export async function addAnOrgan(db: Queryable, agencyId: number, settings: object = {}): Promise<void> {
  await db
    .insertInto("agency")
    .values({
      agency_id: agencyId,
      code: `yunxi-${agencyId}`,
      name: "云溪县教育局",
      short_name: "县教育局",
      kind: "department",
      settings: JSON.stringify(settings),
    })
    .execute();
}

/** An entry of the catalogue; gives its id. */
export async function anEntry(ledger: Ledger, agencyId: number, rest: Partial<CatalogueEntryGiven> = {}): Promise<string> {
  const given = CatalogueEntryGiven.parse({ statutory: "20.11", name: "教育政策", limitDays: 20, ...rest });
  return valueOf(await addEntry(ledger, { agencyId, officer: STAFF.officeHead, given })).id;
}

export function aDraft(entry: string, rest: Partial<Record<keyof ItemDraft, unknown>> = {}): ItemDraft {
  return ItemDraft.parse({
    title: "云溪县2026年义务教育招生工作安排",
    genre: "circular",
    entry,
    formedOn: "2026-03-02",
    html: "<p>各中小学校按照本安排做好招生工作。</p>",
    ...rest,
  });
}

export interface Item {
  readonly agencyId: number;
  readonly itemId: string;
  readonly version: number;
}

/** An item that is marked, screened and handed in. */
export async function aSubmitted(
  ledger: Ledger,
  files: FileStore,
  { agencyId, draft, mark = {} }: { readonly agencyId: number; readonly draft: ItemDraft; readonly mark?: object },
): Promise<Item> {
  const drafted = valueOf(await draftItem(ledger, files, { agencyId, officer: STAFF.drafter, given: draft }));
  const call = { agencyId, itemId: drafted.id, officer: STAFF.drafter };
  const marked = valueOf(
    await markItem(ledger, { ...call, given: MarkItem.parse({ version: drafted.version, attribute: "proactive", ...mark }) }),
  );
  const screened = valueOf(await screenItem(ledger, files, { ...call, given: { version: marked.version } }));
  const submitted = valueOf(await submitItem(ledger, { ...call, given: SubmitItem.parse({ version: screened.version }) }));
  return { agencyId, itemId: drafted.id, version: submitted.version };
}

/** Signs every step of the usual chain. */
export async function signAll(ledger: Ledger, { agencyId, itemId, version }: Item): Promise<Item> {
  let at = version;
  for (const officer of [STAFF.unitHead, STAFF.secrecyReviewer, STAFF.leader]) {
    at = valueOf(await signItem(ledger, { agencyId, itemId, officer, given: { version: at, opinion: "同意", checks: CLEAR } })).version;
  }
  return { agencyId, itemId, version: at };
}

/** An item that is public. */
export async function aPublished(
  ledger: Ledger,
  files: FileStore,
  about: { readonly agencyId: number; readonly draft: ItemDraft },
): Promise<Item & { readonly done: ItemDone }> {
  const signed = await signAll(ledger, await aSubmitted(ledger, files, about));
  const done = valueOf(await publishItem(ledger, { ...signed, officer: STAFF.officeHead, given: { version: signed.version } }));
  return { ...signed, version: done.version, done };
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}
