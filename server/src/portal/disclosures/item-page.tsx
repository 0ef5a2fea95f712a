import type { PublicLink } from "../../disclosures/find-public-item.ts";
import type { PublicItem } from "../../disclosures/public-items.ts";
import { NORMATIVES } from "../../disclosures/words.ts";
import { ApplyHint } from "./apply-hint.tsx";
import { DisclosureLayout, type DisclosureLayoutProps, type PageFrame } from "./disclosure-layout.tsx";
import { genreWords, validityWords } from "./item-words.ts";
import { ItemTools } from "./item-tools.tsx";
import type { Organ } from "./organ.ts";

export interface ItemPageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  readonly item: PublicItem;
  readonly isExpired: boolean;
  /** Sanitised, its pictures addressed; null when nothing is shown any more. */
  readonly html: string | null;
  readonly plain: string | null;
  readonly interprets: readonly PublicLink[];
  readonly interpretedBy: readonly PublicLink[];
  readonly node: { readonly id: string; readonly label: string } | undefined;
  readonly entry: string | null;
  /** `YYYY-MM-DD HH:MM` in Asia/Shanghai. */
  readonly publishedAt: string;
  readonly today: string;
}

/** A public item: what stands about it, whether it is still in force, its text, its files, and how to check it. */
export function ItemPage(props: ItemPageProps) {
  const { frame, organ, item, isExpired, html, interprets, interpretedBy, node, publishedAt, today } = props;
  const own = `/organs/${organ.code}/items/${item.item_id}`;
  const files = item.attachments.filter(({ isInline }) => !isInline);
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={item.title}
      description={describe(props)}
      column={{ name: node?.label ?? "法定主动公开内容", type: "法定主动公开内容" }}
      article={{
        title: item.title,
        publishedAt,
        source: item.source ?? item.publisher,
        author: item.publisher,
        keywords: [...item.keywords, genreWords(item.genre)].join(","),
      }}
      trail={trailOf(organ, node)}
      alternates={[{ type: "application/json", href: `${own}.json`, title: "本页（JSON）" }]}
    >
      <article>
        <h1>{item.title}</h1>
        <ValidityBanner item={item} today={today} />
        {isExpired ? (
          <p class="verdict verdict--wrong">
            <strong>公开期满：</strong>本信息的公开时限{item.expires_on === null ? "" : `至 ${item.expires_on}`}已过，内容可能已不适用。
          </p>
        ) : null}
        {item.correction === null ? null : (
          <p class="verdict verdict--notice">
            <strong>更正说明{item.correction_on === null ? "" : `（${item.correction_on}）`}：</strong>
            {item.correction}
          </p>
        )}
        <Metadata {...props} />
        {html === null ? (
          <p class="empty">
            正文已不再公开。
            <ApplyHint organ={organ} before="需要的，可以" after="。" />
          </p>
        ) : (
          // Cleaned when it was written: no script, no style, no outside pictures.
          <div class="prose prose--document" dangerouslySetInnerHTML={{ __html: html }} />
        )}
        {files.length === 0 ? null : (
          <section class="files" aria-labelledby="files">
            <h2 id="files">附件</h2>
            <ul>
              {files.map(({ sha256, name, size }) => (
                <li>
                  <a href={`${own}/files/${sha256}`} download={name}>
                    {name}
                  </a>
                  <span class="files__size">（{inWords(size)}）</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Links organ={organ} label="本文件的解读" links={interpretedBy} />
        <Links organ={organ} label="解读的文件" links={interprets} />
        <ItemTools own={own} item={item} />
      </article>
    </DisclosureLayout>
  );
}

export const trailOf = (organ: Organ, node: ItemPageProps["node"]): NonNullable<DisclosureLayoutProps["trail"]> => [
  { name: "政府信息公开", href: "/organs" },
  { name: organ.name, href: `/organs/${organ.code}` },
  { name: "法定主动公开内容", href: `/organs/${organ.code}/items` },
  ...(node === undefined ? [] : [{ name: node.label, href: `/organs/${organ.code}/items?node=${node.id}` }]),
];

function describe({ item, plain }: ItemPageProps): string {
  return (item.summary === "" ? (plain ?? item.title) : item.summary).replaceAll(/\s+/g, " ").slice(0, 120);
}

/** What a reader must know of a normative document before its text: law.md §9.6. */
function ValidityBanner({
  item: { validity, validity_note: note, validity_changed_on: on, effective_on: from, valid_until: until },
  today,
}: Pick<ItemPageProps, "item" | "today">) {
  if (validity === null) return null;
  const since = on === null ? "" : `自 ${on} 起`;
  const by = note === null ? "" : `（${note}）`;
  if (validity === "effective" && from !== null && from > today)
    return (
      <p class="verdict verdict--notice">
        <strong>！尚未施行：</strong>本文件自 {from} 起施行{until === null ? "" : `，有效期至 ${until}`}。
      </p>
    );
  if (validity === "effective")
    return (
      <p class="verdict verdict--fine">
        <strong>✓ 有效：</strong>本文件现行有效{until === null ? "" : `，有效期至 ${until}`}。
      </p>
    );
  return (
    <p class="verdict verdict--wrong">
      <strong>{validity === "amended" ? "！已修改：" : `✕ 已${validityWords(validity)}：`}</strong>
      {validity === "amended"
        ? `本文件${since}有修改${by}，请与修改文件一并使用。`
        : `本文件${since}${validityWords(validity)}${by}，仅供查阅，不得作为依据。`}
    </p>
  );
}

function Metadata({ item, organ, node, entry }: ItemPageProps) {
  const normative = item.normative === null ? null : ((NORMATIVES as Readonly<Record<string, string>>)[item.normative] ?? null);
  const facts: readonly (readonly [string, string | null])[] = [
    ["索引号", item.index_number],
    ["发布机构", item.publisher],
    ["成文日期", item.formed_on],
    ["发布日期", item.published_on],
    ["发文字号", item.document_number],
    ["统一编号", item.unified_number],
    ["主题分类", item.topic],
    ["组配分类", entry ?? node?.label ?? null],
    ["体裁分类", genreWords(item.genre)],
    ["文件类型", normative],
    ["有效性", item.validity === null ? null : validityWords(item.validity)],
    ["实施日期", item.effective_on],
    ["失效日期", item.valid_until],
    ["关键词", item.keywords.length === 0 ? null : item.keywords.join("；")],
    ["公开方式", "主动公开"],
    ["公开范围", item.audience],
    ["公开时限", item.expires_on === null ? null : `至 ${item.expires_on}`],
    ["信息来源", item.source ?? organ.name],
  ];
  return (
    <section class="metadata" aria-label="文件信息">
      <dl>
        {facts.map(([label, value]) =>
          value === null || value === "" ? null : (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {item.summary === "" ? null : (
          <div class="metadata__wide">
            <dt>内容概述</dt>
            <dd>{item.summary}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Links({ organ, label, links }: { readonly organ: Organ; readonly label: string; readonly links: readonly PublicLink[] }) {
  if (links.length === 0) return null;
  return (
    <section class="related">
      <h2>{label}</h2>
      <ul>
        {links.map(({ item_id: itemId, title }) => (
          <li>
            <a href={`/organs/${organ.code}/items/${itemId}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
