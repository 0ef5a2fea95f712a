import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { type Facet, FacetList } from "./facet-list.tsx";
import type { Organ } from "./organ.ts";
import { PageLinks } from "./page-links.tsx";
import { type OrganOfNumber, ResultList } from "./result-list.tsx";
import { SearchBox } from "./search-box.tsx";
import type { SearchResults } from "../../search/find-results.ts";

export interface SearchPageProps {
  readonly frame: PageFrame;
  readonly query: string;
  /** Only of this organ. */
  readonly organ: Organ | undefined;
  /** Undefined while nothing was asked for. */
  readonly found: SearchResults | undefined;
  readonly facets: readonly Facet[];
  readonly chosen: Readonly<Record<string, string | undefined>>;
  readonly organOf: OrganOfNumber;
  readonly addressOf: (changed: Readonly<Record<string, string | undefined>>) => string;
}

/** The search of the site: without script, everything in the address. */
export function SearchPage({ frame, query, organ, found, facets, chosen, organOf, addressOf }: SearchPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      section="search"
      title={query === "" ? "搜索" : `搜索：${query}`}
      description="搜索各机关主动公开的政府信息，包括附件的内容。"
      column={{ name: "搜索", type: "政府信息公开" }}
      isPassing
    >
      <h1>{organ === undefined ? "搜索" : `在${organ.name}搜索`}</h1>
      <SearchBox id="search" query={query} organ={organ} />
      {found === undefined ? (
        <Hints />
      ) : found.total === 0 ? (
        <NothingFound
          query={query}
          organ={organ}
          isFiltered={Object.values(chosen).some((value) => value !== undefined)}
          addressOf={addressOf}
        />
      ) : null}
      {found === undefined || found.total === 0 ? null : (
        <div class="columns">
          <div class="columns__side">
            <FacetList facets={facets} chosen={chosen} addressOf={(name, value) => addressOf({ [name]: value })} />
          </div>
          <div class="columns__main">
            <h2 class="results-heading">
              {found.isCapped ? `找到 ${found.total} 条以上，列出最相关的 ${found.total} 条` : `找到 ${found.total} 条`}
            </h2>
            <p class="order">标题中有全部词语的在前，其余按发布时间从新到旧。</p>
            <ResultList results={found.results} organOf={organOf} />
            <PageLinks
              page={found.page}
              pages={found.pages}
              addressOf={(one) => addressOf({ page: one === 1 ? undefined : String(one) })}
            />
          </div>
        </div>
      )}
    </DisclosureLayout>
  );
}

function Hints() {
  return (
    <div class="note">
      <p>标题、正文、文号、索引号和附件内容都能搜到。</p>
      <ul>
        <li>用空格隔开几个词，结果须同时包含它们。</li>
        <li>
          一字不差地查找时加引号，如 <kbd>“公开指南”</kbd>。
        </li>
        <li>常见的别称会一并查找，如“公积金”和“住房公积金”。</li>
      </ul>
    </div>
  );
}

function NothingFound({
  query,
  organ,
  isFiltered,
  addressOf,
}: Pick<SearchPageProps, "query" | "organ" | "addressOf"> & { readonly isFiltered: boolean }) {
  return (
    <div class="empty" role="status">
      <p>没有找到包含“{query}”的公开信息。可以：</p>
      <ul>
        {isFiltered ? (
          <li>
            <a href={addressOf({ genre: undefined, topic: undefined, year: undefined, validity: undefined, organ: undefined })}>
              清除筛选条件
            </a>
            再找；
          </li>
        ) : null}
        <li>换一个说法，或者减少词语、去掉引号；</li>
        <li>
          从<a href={organ === undefined ? "/organs" : `/organs/${organ.code}/items`}>公开目录</a>中查找；
        </li>
        <li>
          向掌握信息的机关<a href={organ === undefined ? "/apply" : `/apply/${organ.code}`}>申请公开</a>。
        </li>
      </ul>
    </div>
  );
}
