import { randomUUID } from "node:crypto";
import { createDocBuilder, type Doc } from "@gongkai/document";
import type { Result } from "@gongkai/statute";
import type { Officer } from "../applications/index.ts";
import { type Ledger, type ProjectedRow, type Projection, runCommand, type StoredEvent } from "../ledger/index.ts";
import type { CatalogueRefusal } from "./catalogue-refusals.ts";
import { mayDo } from "./policy.ts";
import type { EntryDone, MakeTransfer, ReplaceTransferred, SignTransfer, Transfer, TransferredItem } from "./schema.ts";
import { RECEIVER_KINDS } from "./words.ts";

interface TransferCall<Given> {
  readonly agencyId: number;
  readonly officer: Officer;
  readonly given: Given;
  readonly commandKey?: string | undefined;
}

/** Makes the list of what was published in a period, for an archive, library or service hall; nothing published makes a nil return. */
export function makeTransfer(
  ledger: Ledger,
  { agencyId, officer, given, commandKey }: TransferCall<MakeTransfer>,
): Promise<Result<EntryDone, CatalogueRefusal>> {
  return runCommand<EntryDone, CatalogueRefusal>(
    ledger,
    { command: "transfer:make", agencyId, actor: officer.actor, commandKey, request: given },
    async (turn) => {
      if (!mayDo(officer, "transfer")) return { ok: false, refusal: "not-allowed" };
      if (given.until < given.from || given.until > turn.today) return { ok: false, refusal: "period-in-disorder" };
      const rows = await turn.tx
        .selectFrom("published_item")
        .select(["item_id", "index_number", "title", "document_number", "published_on", "hash"])
        .where("agency_id", "=", agencyId)
        .where("status", "=", "published")
        .where("published_on", ">=", given.from)
        .where("published_on", "<=", given.until)
        .orderBy("published_on")
        .orderBy("index_number")
        .execute();
      const items = rows.map((row) => ({
        item: row.item_id,
        indexNumber: row.index_number,
        title: row.title,
        documentNumber: row.document_number ?? "",
        publishedOn: row.published_on,
        hash: row.hash,
      }));
      const stream = { kind: "transferBatch", id: randomUUID() };
      const year = Number(turn.today.slice(0, 4));
      const number = await turn.issueNumber({ series: "transfer", year, stream, print: (serial) => `移送〔${year}〕${serial}号` });
      const history = await turn.append(stream, [{ type: "made", payload: { ...given, number, items } }]);
      return { ok: true, value: { id: stream.id, version: history.length } };
    },
  );
}

/** The receiver has signed for the batch. */
export function signTransfer(
  ledger: Ledger,
  call: TransferCall<SignTransfer> & { readonly batchId: string },
): Promise<Result<EntryDone, CatalogueRefusal>> {
  const { version: _version, ...payload } = call.given;
  return stepTransfer(ledger, "transfer:sign", call, (history, today) => {
    if (history.some(({ type }) => type === "received")) return "received-already";
    return payload.on > today ? "in-the-future" : { type: "received", on: payload.on, payload: { by: payload.by } };
  });
}

/** Asks the receiver to replace items, as only a formal letter may. */
export function replaceTransferred(
  ledger: Ledger,
  call: TransferCall<ReplaceTransferred> & { readonly batchId: string },
): Promise<Result<EntryDone, CatalogueRefusal>> {
  const { items, reason } = call.given;
  return stepTransfer(ledger, "transfer:replace", call, (history) => {
    if (!history.some(({ type }) => type === "received")) return "not-received";
    const listed = itemsOf(history[0]).map(({ item }) => item);
    return items.every((item) => listed.includes(item)) ? { type: "replacementAsked", payload: { items, reason } } : "not-in-batch";
  });
}

function stepTransfer<Given extends { readonly version: number }>(
  ledger: Ledger,
  command: string,
  { agencyId, officer, given, batchId, commandKey }: TransferCall<Given> & { readonly batchId: string },
  decide: (
    history: readonly StoredEvent[],
    today: string,
  ) => CatalogueRefusal | Parameters<Parameters<Parameters<typeof runCommand>[2]>[0]["append"]>[1][number],
): Promise<Result<EntryDone, CatalogueRefusal>> {
  const request = JSON.parse(JSON.stringify({ batchId, given })) as string; // JSON by its schema
  return runCommand<EntryDone, CatalogueRefusal>(ledger, { command, agencyId, actor: officer.actor, commandKey, request }, async (turn) => {
    if (!mayDo(officer, "transfer")) return { ok: false, refusal: "not-allowed" };
    const stream = { kind: "transferBatch", id: batchId };
    const history = await turn.history(stream);
    if (history.length === 0) return { ok: false, refusal: "not-found" };
    if (history.length !== given.version) return { ok: false, refusal: "changed-meanwhile" };
    const decided = decide(history, turn.today);
    if (typeof decided === "string") return { ok: false, refusal: decided };
    const whole = await turn.append(stream, [decided]);
    return { ok: true, value: { id: batchId, version: whole.length } };
  });
}

function itemsOf(first: StoredEvent | undefined): readonly TransferredItem[] {
  return (first?.payload["items"] ?? []) as unknown as readonly TransferredItem[]; // makeTransfer wrote them
}

/** The transfer list (移送清单) as a document; a nil return says that there was nothing. */
export function composeTransfer(agencyName: string, transfer: Transfer): Doc {
  const builder = createDocBuilder("docx");
  const title = "主动公开政府信息移送清单";
  builder.heading(1, title);
  builder.paragraph(transfer.number, { align: "center" });
  builder.paragraph(`${transfer.receiver}：`, { align: "left" });
  const period = `${inWords(transfer.from)}至${inWords(transfer.until)}`;
  if (transfer.isNil) builder.paragraph(`${period}，本机关没有新发布的主动公开政府信息，特此零报告。`);
  else {
    builder.paragraph(
      `现将${period}发布的主动公开政府信息共${transfer.items.length}件移送你单位（${RECEIVER_KINDS[transfer.receiverKind]}），供公众查阅。请核对后签收。`,
    );
    builder.table([
      ["序号", "索引号", "标题", "文号", "发布日期"].map((text) => ({ text, header: true })),
      ...transfer.items.map((item, index) =>
        [String(index + 1), item.indexNumber, item.title, item.documentNumber, item.publishedOn].map((text) => ({ text })),
      ),
    ]);
  }
  builder.paragraph(agencyName, { align: "right" });
  builder.paragraph(inWords(transfer.madeOn), { align: "right" });
  builder.paragraph(
    `签收单位：${transfer.receivedBy ?? "　　　　　　　　"}　　签收日期：${transfer.receivedOn === null ? "　　　　年　　月　　日" : inWords(transfer.receivedOn)}`,
  );
  return builder.build(title);
}

function inWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

export const transferProjection: Projection = {
  streamKind: "transferBatch",
  table: "transfer_batch",
  key: ["agency_id", "batch_id"],
  streamColumn: "batch_id",
  rows: projectTransfer,
};

function projectTransfer(history: readonly StoredEvent[]): readonly ProjectedRow[] {
  const [first] = history;
  const last = history.at(-1);
  if (first?.type !== "made" || last === undefined) return [];
  const received = history.find(({ type }) => type === "received");
  const replacement = history.findLast(({ type }) => type === "replacementAsked");
  const items = itemsOf(first);
  return [
    {
      agency_id: first.agencyId,
      batch_id: first.stream.id,
      number: first.payload["number"],
      receiver_kind: first.payload["receiverKind"],
      receiver: first.payload["receiver"],
      period_from: first.payload["from"],
      period_until: first.payload["until"],
      items: JSON.stringify(items),
      is_nil: items.length === 0,
      made_on: first.on,
      received_on: received?.on ?? null,
      received_by: received?.payload["by"] ?? null,
      replacement: replacement?.payload["reason"] ?? null,
      version: last.version,
    },
  ];
}
