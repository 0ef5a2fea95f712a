import { addDays, type PlainDate, plainDate } from "@gongkai/statute";
import { findAgency } from "../agencies/index.ts";
import type { Officer } from "../applications/index.ts";
import {
  addEntry,
  draftItem,
  listStatutoryNodes,
  listSystems,
  markItem,
  publishItem,
  reviseItem,
  screenItem,
  signItem,
  submitItem,
  writeGuide,
  writeSystem,
} from "../disclosures/index.ts";
import { changeValidity, linkInterpretation } from "../disclosures/change-validity.ts";
import { keepAttachment } from "../disclosures/keep-attachment.ts";
import { REVIEW_FORM } from "../disclosures/review-form.ts";
import { CatalogueEntryGiven, ItemDraft } from "../disclosures/schema.ts";
import { withdrawItem } from "../disclosures/withdraw-item.ts";
import type { Ledger } from "../ledger/index.ts";
import { stoppedClock } from "../platform/clock.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { DEMO_ITEMS, DEMO_SYSTEMS, type DemoItem } from "./demo-item-texts.ts";
import { DEMO_ORGANS, type DemoOrgan } from "./demo-region.ts";

export interface DemoItemNeeds {
  readonly ledger: Ledger;
  readonly files: FileStore;
  /** The posts of an organ by role. */
  readonly listOfficers: (ledger: Ledger, agencyId: number) => Promise<ReadonlyMap<string, Officer>>;
}

/** Guides, systems, catalogues and items of the demonstration, through the commands a real office uses. What is there already stays. */
export async function fillDemoItems(needs: DemoItemNeeds, signal: AbortSignal): Promise<void> {
  const published = new Map<string, { readonly itemId: string; readonly agencyId: number }>();
  for (const organ of DEMO_ORGANS) {
    const agency = await findAgency(needs.ledger.db, organ.code);
    if (agency === undefined || signal.aborted) continue;
    if ((await listSystems(needs.ledger.db, agency.agency_id)).length > 0) continue;
    const officers = await needs.listOfficers(needs.ledger, agency.agency_id);
    await writePages(needs, organ, agency.agency_id, officers);
    const items = DEMO_ITEMS.filter((item) => item.organ === organ.code).toSorted((a, b) => b.ago - a.ago);
    for (const item of items) {
      if (signal.aborted) return;
      published.set(item.key, {
        agencyId: agency.agency_id,
        itemId: await liveItem(needs, { item, agencyId: agency.agency_id, officers, published }),
      });
    }
  }
}

const by = (officers: ReadonlyMap<string, Officer>, role: string): Officer => {
  const officer = officers.get(role);
  if (officer === undefined) throw new Error(`The demonstration has nobody in the post ${role}.`);
  return officer;
};

function on(ledger: Ledger, date: PlainDate, minute = 0): Ledger {
  return { ...ledger, clock: stoppedClock(`${date}T02:${String(minute).padStart(2, "0")}:00.000Z`) };
}

async function writePages(
  { ledger }: DemoItemNeeds,
  organ: DemoOrgan,
  agencyId: number,
  officers: ReadonlyMap<string, Officer>,
): Promise<void> {
  const officer = by(officers, "officeHead");
  const day = addDays(plainDate(ledger.clock.today()), -40);
  await must(
    writeGuide(on(ledger, day), {
      agencyId,
      officer,
      given: {
        version: 0,
        classification: "本机关的政府信息分为主动公开和依申请公开两类。主动公开的信息按照《政府信息公开条例》第二十条、第二十一条编排。",
        arrangement: "每条信息编有索引号，标明发布机构、成文日期、发布日期、主题分类和体裁分类；规范性文件标明有效性。",
        ways: "在本网站查阅；到国家档案馆、公共图书馆和政务服务场所设置的查阅点查阅。\n没有主动公开的信息，可以提出申请。",
        applying:
          "可以在网上、当面、邮寄或者传真提出申请。申请应当写明姓名或者名称、身份证明、联系方式，以及所需信息的名称、文号或者便于查询的特征描述。\n收到申请后能当场答复的当场答复；不能当场答复的，在二十个工作日内答复。",
        officeName: `${organ.shortName}信息公开工作机构（演示）`,
        officeAddress: "演示路1号",
        officeHours: "工作日上午九时至十二时，下午一时至五时",
        telephone: "以政务服务热线转接（演示）",
        fax: "",
        internet: "本网站“依申请公开”栏目",
        remedies: "认为本机关没有依法履行公开义务的，可以向上级机关投诉、举报，也可以依法申请行政复议或者提起行政诉讼。",
      },
    }),
  );
  for (const [index, { title, paragraphs }] of DEMO_SYSTEMS.entries()) {
    await must(
      writeSystem(on(ledger, day, index + 1), {
        agencyId,
        officer,
        given: { title, documentNumber: "", html: toHtml(paragraphs), version: 0 },
      }),
    );
  }
  for (const [position, { id, label, content }] of listStatutoryNodes(organ.kind).entries()) {
    const given = CatalogueEntryGiven.parse({ statutory: id, name: label, content, position, subject: organ.name, channel: "政府网站" });
    await must(addEntry(on(ledger, day, 10), { agencyId, officer, given }));
  }
}

interface LiveItem {
  readonly item: DemoItem;
  readonly agencyId: number;
  readonly officers: ReadonlyMap<string, Officer>;
  readonly published: ReadonlyMap<string, { readonly itemId: string }>;
}

/** Takes an item from draft to publication, and on to what became of it. */
async function liveItem({ ledger, files }: DemoItemNeeds, { item, agencyId, officers, published }: LiveItem): Promise<string> {
  const handler = by(officers, "handler");
  const day = addDays(plainDate(ledger.clock.today()), -item.ago);
  const drafted = on(ledger, addDays(day, -1));
  const entry = await ledger.db
    .selectFrom("catalogue_entry")
    .select("entry_id")
    .where("agency_id", "=", agencyId)
    .where("statutory", "=", item.node)
    .executeTakeFirstOrThrow();
  const attachments =
    item.attachment === undefined
      ? []
      : [
          await must(
            keepAttachment(
              drafted,
              { files, readers: { read: async () => item.attachment?.text ?? "" } },
              { agencyId, officer: handler, bytes: new TextEncoder().encode(item.attachment.text), name: item.attachment.name },
            ),
          ),
        ];
  const given = ItemDraft.parse({
    title: item.title,
    summary: item.summary ?? "",
    genre: item.genre,
    entry: entry.entry_id,
    documentNumber: item.documentNumber ?? "",
    topic: item.topic,
    keywords: item.keywords,
    audience: "全社会",
    formedOn: addDays(day, -1),
    effectiveOn: item.normative === undefined ? null : addDays(day, 30),
    normative: item.normative ?? null,
    html: toHtml(item.paragraphs, item.table),
    attachments: attachments.map(({ sha256, name }) => ({ sha256, name })),
  });
  const begun = await must(draftItem(drafted, files, { agencyId, officer: handler, given }));
  const itemId = begun.id;
  let version = await bringOut(ledger, files, { agencyId, itemId, officers, version: begun.version, day });
  const document = item.interprets === undefined ? undefined : published.get(item.interprets);
  if (document !== undefined) {
    ({ version } = await must(
      linkInterpretation(on(ledger, day, 40), { agencyId, itemId, officer: handler, given: { version, document: document.itemId } }),
    ));
  }
  if (item.validity !== undefined) {
    const given_ = { version, ...item.validity, on: addDays(day, 30) };
    ({ version } = await must(
      changeValidity(on(ledger, addDays(day, 31)), { agencyId, itemId, officer: by(officers, "officeHead"), given: given_ }),
    ));
  }
  if (item.correction !== undefined) {
    const next = addDays(day, 1);
    ({ version } = await must(
      reviseItem(on(ledger, next), files, {
        agencyId,
        itemId,
        officer: handler,
        given: { ...given, version, correction: item.correction },
      }),
    ));
    version = await bringOut(ledger, files, { agencyId, itemId, officers, version, day: next });
  }
  if (item.withdrawal !== undefined) {
    const reason = { version, reason: item.withdrawal, publicTitle: "", eraseTexts: false };
    await must(withdrawItem(on(ledger, addDays(day, 2)), { agencyId, itemId, officer: by(officers, "leader"), given: reason }));
  }
  return itemId;
}

interface BringOut {
  readonly agencyId: number;
  readonly itemId: string;
  readonly officers: ReadonlyMap<string, Officer>;
  readonly version: number;
  readonly day: PlainDate;
}

/** Mark, screening, review form, three signatures, publication; gives the version it has then. */
async function bringOut(ledger: Ledger, files: FileStore, { agencyId, itemId, officers, version: first, day }: BringOut): Promise<number> {
  const handler = by(officers, "handler");
  const checks = Object.fromEntries(REVIEW_FORM.checks.map(({ id }) => [id, "clear" as const]));
  const call = (role: string) => ({ agencyId, itemId, officer: by(officers, role) });
  let version = first;
  ({ version } = await must(
    markItem(on(ledger, day, 1), {
      ...call("handler"),
      officer: handler,
      given: { version, attribute: "proactive", reason: "", basis: "", reviewAgainOn: null, inheritedFrom: null },
    }),
  ));
  ({ version } = await must(screenItem(on(ledger, day, 2), files, { ...call("handler"), given: { version } })));
  ({ version } = await must(
    submitItem(on(ledger, day, 3), {
      ...call("handler"),
      given: { version, carrier: "document", ways: ["website"], plannedOn: null, checks, note: "" },
    }),
  ));
  for (const [index, role] of ["unitHead", "secrecyReviewer", "leader"].entries()) {
    ({ version } = await must(signItem(on(ledger, day, 4 + index), { ...call(role), given: { version, opinion: "同意公开。", checks } })));
  }
  ({ version } = await must(publishItem(on(ledger, day, 10), { ...call("officeHead"), given: { version } })));
  return version;
}

function toHtml(paragraphs: readonly string[], table?: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string): string => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const [heads, ...rows] = table ?? [];
  const tabled =
    heads === undefined
      ? ""
      : `<table><thead>${row(heads, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
  return paragraphs.map((text) => `<p>${text}</p>`).join("") + tabled;
}

async function must<Value>(
  doing: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string }>,
): Promise<Value> {
  const done = await doing;
  if (!done.ok) throw new Error(`An item of the demonstration was refused: ${done.refusal}`);
  return done.value;
}
