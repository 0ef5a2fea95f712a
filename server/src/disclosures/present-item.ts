import type { Selectable } from "kysely";
import type { Officer } from "../applications/index.ts";
import { type Ledger, readHistory, type StoredEvent } from "../ledger/index.ts";
import type { CatalogueEntryRow, TransferBatchRow } from "../platform/database/row-types.ts";
import { foldItem, type ItemStanding, openFindings, type Origin } from "./fold-item.ts";
import { limitInWords } from "./item-content.ts";
import { type ItemActName, ITEM_ACTS, mayDo, maySignAs } from "./policy.ts";
import { findItem, type ItemRecord, listNames, listTextVersions } from "./queries.ts";
import { REVIEW_FORM } from "./review-form.ts";
import type { CatalogueEntry, ItemPage, ListedItem, Screening, Transfer, TransferredItem } from "./schema.ts";
import { findFindings, findHtml, keyFinding } from "./screen-item.ts";
import { type ItemState, ITEM_STATES, type LimitKind } from "./words.ts";

export function presentItem(row: ItemRecord): ListedItem {
  const state = row.state as ItemState; // checks of the table hold these to their lists
  return {
    id: row.item_id,
    title: row.title,
    state,
    stateWords: ITEM_STATES[state],
    genre: row.genre as ListedItem["genre"],
    attribute: row.attribute as ListedItem["attribute"],
    entry: row.entry_id,
    statutory: row.statutory,
    documentNumber: row.document_number,
    indexNumber: row.index_number,
    formedOn: row.formed_on,
    dueOn: row.due_on,
    dueLimit: row.due_limit,
    isProvisional: row.is_provisional,
    publicVersion: row.public_version,
    publishedAt: row.published_at,
    scheduledAt: row.scheduled_at,
    reviewAgainOn: row.review_again_on,
    normative: row.normative as ListedItem["normative"],
    validity: row.validity as ListedItem["validity"],
    validUntil: row.valid_until,
    waitingRole: row.waiting_role,
    awaitsTakeDownApproval: row.awaits_take_down_approval,
    version: row.version,
  };
}

/** What the office calls the events of an item. */
export const ITEM_WORDS: Readonly<Record<string, string>> = {
  drafted: "拟稿",
  revised: "修改",
  marked: "认定公开属性",
  screened: "筛查",
  judged: "认定筛查问题可以公开",
  submitted: "提交审查",
  signed: "审查同意",
  returned: "退回",
  scheduled: "定时发布",
  unscheduled: "取消定时",
  published: "发布",
  takenOver: "移入（此前已经公开）",
  takenBack: "撤销移入",
  withdrawn: "撤回",
  takenDown: "紧急撤下",
  takeDownApproved: "补批紧急撤下",
  expired: "公开期满",
  validityChanged: "变更效力状态",
  interpretationLinked: "关联解读",
  reviewedAgain: "重新审查",
  archived: "归档",
  discarded: "作废",
};

/** Everything the page of an item shows to an officer; undefined when there is no such item. */
export async function loadItemPage(
  ledger: Ledger,
  { agencyId, itemId, officer }: { readonly agencyId: number; readonly itemId: string; readonly officer: Officer },
): Promise<ItemPage | undefined> {
  const { db } = ledger;
  const row = await findItem(db, agencyId, itemId);
  const history = await readHistory(db, agencyId, { kind: "item", id: itemId });
  const item = foldItem(history);
  if (row === undefined || item === undefined) return undefined;
  const { content, mark, round } = item;
  const [html, versions, screening, names] = await Promise.all([
    findHtml(db, { agencyId, itemId, textVersion: content.text.version }),
    listTextVersions(db, agencyId, itemId),
    presentScreening(ledger, { agencyId, itemId, item }),
    listNames(
      db,
      history.flatMap(({ actor }) => (actor.id === null ? [] : [actor.id])),
    ),
  ]);
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    item: presentItem(row),
    draft: content.fields,
    html: html ?? null,
    attachments: content.attachments.map(({ sha256, name: file, mediaType, size, isInline }) => ({
      sha256,
      name: file,
      mediaType,
      size,
      isInline,
    })),
    mark: mark === null ? null : { ...mark, inheritedFrom: mark.inheritedFrom },
    review: {
      chain: round?.chain ?? [],
      step: round === null ? 0 : round.signatures.length + 1,
      signatures:
        (round ?? item.publications.at(-1)?.round)?.signatures.map(({ step, role, personId, on, opinion }) => ({
          step,
          role,
          by: name(personId),
          on,
          opinion,
        })) ?? [],
      form: REVIEW_FORM.checks,
    },
    screening,
    origin: item.origin === null ? null : presentOrigin(item.origin, item.takenOverOn),
    acts: listItemActs(item, officer),
    interprets: item.interprets,
    interpretedBy: item.interpretedBy,
    versions: versions.map((version) => ({
      textVersion: version.text_version,
      writtenAt: version.written_at,
      isErased: version.erased_at !== null,
    })),
    timeline: history.map((event) => ({
      type: event.type,
      words: ITEM_WORDS[event.type] ?? event.type,
      on: event.on,
      at: event.recordedAt,
      by: name(event.actor.id),
      note: noteOf(event),
    })),
  };
}

function presentOrigin({ address, publishedOn, indexNumber, review }: Origin, takenOverOn: string | null): ItemPage["origin"] {
  return { address, publishedOn, indexNumber, review, takenOverOn };
}

function noteOf({ payload }: StoredEvent): string {
  const said = payload["opinion"] ?? payload["reason"] ?? payload["conclusion"] ?? payload["note"];
  return typeof said === "string" ? said : "";
}

async function presentScreening(
  ledger: Ledger,
  { agencyId, itemId, item }: { readonly agencyId: number; readonly itemId: string; readonly item: ItemStanding },
): Promise<Screening | null> {
  const { screened, contentHash, judged } = item;
  if (screened === null) return null;
  const findings = await findFindings(ledger.db, { agencyId, itemId, contentHash: screened.contentHash });
  const open = openFindings(item);
  return {
    contentHash: screened.contentHash,
    isCurrent: screened.contentHash === contentHash,
    screenedAt: screened.at,
    findings: (findings ?? []).map((finding) => ({
      ...finding,
      verdict: judged.get(keyFinding(ledger.keys, itemId, finding.fingerprint, judged)) ?? null,
    })),
    blocking: open === "not-screened" ? screened.blocking.length : open.length,
  };
}

/** Acts an officer may do now: those of the state, less those of other roles. What a command would still find wrong is told when it is tried. */
export function listItemActs(item: ItemStanding, officer: Officer): readonly string[] {
  const { state, publicStatus, round, unitId, withdrawal } = item;
  const isOver = state === "archived" || state === "discarded";
  const now: Readonly<Partial<Record<ItemActName, boolean>>> = {
    revise: !isOver && state !== "inReview",
    mark: !isOver && state !== "inReview",
    screen: !isOver,
    judge: !isOver && item.screened !== null,
    mask: !isOver && state !== "inReview" && item.screened !== null,
    submit: state === "marked" || state === "returned",
    discard: ["drafted", "marked", "returned", "approved"].includes(state) && item.publications.length === 0,
    schedule: state === "approved" || state === "scheduled",
    unschedule: state === "scheduled",
    publish: state === "approved" || state === "scheduled",
    withdraw: publicStatus === "published" || publicStatus === "expired",
    takeDown: publicStatus === "published" || publicStatus === "expired",
    approveTakeDown: withdrawal?.isApproved === false,
    changeValidity: item.content.fields.normative !== null && item.publications.length > 0,
    linkInterpretation: state !== "discarded",
    reviewAgain: (item.mark?.attribute === "onRequest" || item.mark?.attribute === "withheld") && !isOver && state !== "inReview",
    archive: (state === "withdrawn" && withdrawal?.isApproved === true) || state === "expired",
  };
  const acts = (Object.keys(ITEM_ACTS) as ItemActName[]).filter((act) => now[act] === true && mayDo(officer, act, unitId)); // its keys are the names
  const role = state === "inReview" ? round?.chain[round.signatures.length] : undefined;
  const isTurn = role !== undefined && maySignAs(officer, role, unitId);
  const mayReturn = isTurn || ((state === "approved" || state === "scheduled") && maySignAs(officer, "officeHead", unitId));
  return [...acts, ...(isTurn ? ["sign"] : []), ...(mayReturn ? ["return"] : [])];
}

export function presentEntry(row: Selectable<CatalogueEntryRow> & { readonly items: number }): CatalogueEntry {
  const limitKind = row.limit_kind as LimitKind; // checks of the table hold these to their lists
  return {
    id: row.entry_id,
    statutory: row.statutory,
    name: row.name,
    subItem: row.sub_item,
    content: row.content,
    basis: row.basis,
    limitKind,
    limitDays: row.limit_days,
    limitWords: limitInWords({ kind: limitKind, days: row.limit_days }),
    subject: row.subject,
    channel: row.channel,
    audience: row.audience,
    way: row.way as CatalogueEntry["way"],
    level: row.level,
    unit: row.unit_id,
    position: row.position,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    items: row.items,
    version: row.version,
  };
}

export function presentTransfer(row: Selectable<TransferBatchRow>): Transfer {
  return {
    id: row.batch_id,
    number: row.number,
    receiverKind: row.receiver_kind as Transfer["receiverKind"], // a check of the table holds it to the list
    receiver: row.receiver,
    from: row.period_from,
    until: row.period_until,
    items: row.items as unknown as readonly TransferredItem[], // makeTransfer wrote them
    isNil: row.is_nil,
    madeOn: row.made_on,
    receivedOn: row.received_on,
    receivedBy: row.received_by,
    replacement: row.replacement,
    version: row.version,
  };
}
