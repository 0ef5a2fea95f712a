import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { type Facet, FacetList } from "./facet-list.tsx";
import { PageLinks } from "./page-links.tsx";
import { type OrganOfNumber, ResultList } from "./result-list.tsx";
import type { SearchResults } from "../../search/find-results.ts";

export interface PoliciesPageProps {
  readonly frame: PageFrame;
  readonly query: string;
  readonly found: SearchResults;
  readonly facets: readonly Facet[];
  readonly chosen: Readonly<Record<string, string | undefined>>;
  readonly organOf: OrganOfNumber;
  readonly addressOf: (changed: Readonly<Record<string, string | undefined>>) => string;
}

/** 政策文件库: documents and interpretations of all organs, by theme, kind, organ, year and validity. */
export function PoliciesPage({ frame, query, found, facets, chosen, organOf, addressOf }: PoliciesPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      section="policies"
      title="政策文件库"
      description="各机关公开的规范性文件、政策文件和解读，可以按主题、体裁、机关、年份和有效性查找。"
      column={{ name: "政策文件库", type: "政策文件" }}
      alternates={[{ type: "application/json", href: frame.path.replace(/^\/policies/, "/policies.json"), title: "本页（JSON）" }]}
    >
      <h1>政策文件库</h1>
      <p class="lead">各机关的规范性文件、政策文件和解读。规范性文件标明是否有效。</p>
      <form class="search-box" method="get" action="/policies" role="search" aria-label="查找政策文件">
        <label for="policy-search">文件名称、文号或内容</label>
        <span class="search-box__line">
          <input id="policy-search" name="q" type="search" maxLength={100} value={query} />
          {Object.entries(chosen).map(([name, value]) => (value === undefined ? null : <input type="hidden" name={name} value={value} />))}
          <button class="button" type="submit">
            查找
          </button>
        </span>
      </form>
      <div class="columns">
        <div class="columns__side">
          <FacetList facets={facets} chosen={chosen} addressOf={(name, value) => addressOf({ [name]: value })} />
        </div>
        <div class="columns__main">
          <h2 class="results-heading">{found.isCapped ? `${found.total} 份以上，列出较新的 ${found.total} 份` : `共 ${found.total} 份`}</h2>
          {found.results.length === 0 ? (
            <p class="empty">
              没有符合条件的文件。可以<a href="/policies">清除全部条件</a>，或者
              <a href={`/search?q=${encodeURIComponent(query)}`}>搜索全部公开信息</a>。
            </p>
          ) : (
            <ResultList results={found.results} organOf={organOf} />
          )}
          <PageLinks page={found.page} pages={found.pages} addressOf={(one) => addressOf({ page: one === 1 ? undefined : String(one) })} />
        </div>
      </div>
    </DisclosureLayout>
  );
}
