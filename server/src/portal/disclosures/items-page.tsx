import { ApplyHint } from "./apply-hint.tsx";
import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { type Facet, FacetList } from "./facet-list.tsx";
import { ItemList } from "./item-list.tsx";
import { NodeList, type OrganPageProps } from "./organ-page.tsx";
import type { Organ } from "./organ.ts";
import { PageLinks } from "./page-links.tsx";
import type { ListedItem } from "./queries.ts";
import { SearchBox } from "./search-box.tsx";

export interface ItemsPageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  readonly nodes: OrganPageProps["nodes"];
  readonly chosenNode: { readonly id: string; readonly label: string; readonly content: string; readonly cites: string } | undefined;
  /** Entries of the organ's own catalogue under the chosen node. */
  readonly entries: readonly { readonly entry_id: string; readonly name: string; readonly sub_item: string }[];
  readonly chosen: Readonly<Record<string, string | undefined>>;
  readonly facets: readonly Facet[];
  readonly items: readonly Omit<ListedItem, "agency_id">[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The address with some of the choices changed; the first page, unless a page is given. */
  readonly addressOf: (changed: Readonly<Record<string, string | undefined>>) => string;
}

/** 法定主动公开内容: the tree of the law on the side, what was chosen from it as a list. */
export function ItemsPage({
  frame,
  organ,
  nodes,
  chosenNode,
  entries,
  chosen,
  facets,
  items,
  total,
  page,
  pages,
  addressOf,
}: ItemsPageProps) {
  const heading = chosenNode?.label ?? "法定主动公开内容";
  const isShown = ({ id, total: ofNode }: (typeof nodes)[number]) => ofNode > 0 || id === chosenNode?.id;
  const feed = `/organs/${organ.code}/feed.xml${chosenNode === undefined ? "" : `?node=${chosenNode.id}`}`;
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={`${organ.name}${heading}`}
      description={`${organ.name}依法主动公开的政府信息：${chosenNode?.content ?? "按《政府信息公开条例》第二十条、第二十一条编排"}。`}
      column={{ name: heading, type: "法定主动公开内容" }}
      trail={[
        { name: "政府信息公开", href: "/organs" },
        { name: organ.name, href: `/organs/${organ.code}` },
        ...(chosenNode === undefined ? [] : [{ name: "法定主动公开内容", href: `/organs/${organ.code}/items` }]),
      ]}
      alternates={[
        { type: "application/rss+xml", href: feed, title: `${organ.name}：${heading}` },
        { type: "application/json", href: frame.path.replace(/\/items(\?|$)/, "/items.json$1"), title: "本页（JSON）" },
      ]}
    >
      <h1>{heading}</h1>
      {chosenNode === undefined ? null : (
        <p class="lead">
          {chosenNode.content}
          <span class="cites">（{chosenNode.cites}）</span>
        </p>
      )}
      <SearchBox id="list-search" organ={organ} />
      <div class="columns">
        <div class="columns__side">
          <details class="tree" open={chosenNode === undefined}>
            <summary>公开目录</summary>
            <p>
              <a href={`/organs/${organ.code}/items`} aria-current={chosenNode === undefined ? "true" : undefined}>
                全部
              </a>
            </p>
            <NodeList code={organ.code} nodes={nodes.filter(isShown)} chosen={chosenNode?.id} />
            {nodes.every(isShown) ? null : (
              <details class="tree__empty">
                <summary>还没有内容的栏目（{nodes.filter((one) => !isShown(one)).length}）</summary>
                <NodeList code={organ.code} nodes={nodes.filter((one) => !isShown(one))} />
              </details>
            )}
          </details>
          {entries.length < 2 ? null : (
            <nav class="facets" aria-label="目录条目">
              <h2 class="facets__label">目录条目</h2>
              <ul>
                {entries.map(({ entry_id: entryId, name, sub_item: subItem }) => (
                  <li>
                    <a
                      href={addressOf({ entry: chosen["entry"] === entryId ? undefined : entryId })}
                      aria-current={chosen["entry"] === entryId ? "true" : undefined}
                    >
                      {subItem === "" ? name : `${name}：${subItem}`}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <FacetList facets={facets} chosen={chosen} addressOf={(name, value) => addressOf({ [name]: value })} />
        </div>
        <div class="columns__main">
          <h2 class="results-heading">共 {total} 条</h2>
          {items.length === 0 ? (
            <p class="empty">
              这里还没有公开的信息。可以<a href={`/organs/${organ.code}/items`}>查看全部</a>
              <ApplyHint organ={organ} before="，或者" />。
            </p>
          ) : (
            <ItemList items={items} organOf={() => organ} />
          )}
          <PageLinks page={page} pages={pages} addressOf={(one) => addressOf({ page: one === 1 ? undefined : String(one) })} />
          <p class="feeds">
            <a href={feed}>订阅本栏目（RSS）</a>
          </p>
        </div>
      </div>
    </DisclosureLayout>
  );
}
