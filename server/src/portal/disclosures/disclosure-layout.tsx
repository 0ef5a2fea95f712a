import type { ComponentChildren } from "preact";
import type { ArticleTags } from "../components/page-layout/page-head.tsx";
import { type AssetAddresses, PageLayout, type PageLayoutProps } from "../components/page-layout/page-layout.tsx";
import type { SectionId } from "../components/site-nav/sections.ts";
import type { Organ } from "./organ.ts";

/** What every page is told about where it stands. */
export interface PageFrame {
  readonly assets: AssetAddresses;
  /** The site's address without a final slash. */
  readonly origin: string;
  /** The page's own canonical address, from the first slash. */
  readonly path: string;
  /** Something on it is made up. */
  readonly isDemo: boolean;
}

export interface DisclosureLayoutProps extends Pick<PageLayoutProps, "alternates" | "trail" | "isPassing" | "mainClass"> {
  readonly frame: PageFrame;
  /** Whose page it is; undefined for pages of all organs. */
  readonly organ?: Organ | undefined;
  /** Null: none, as on the front page. */
  readonly section?: SectionId | null;
  readonly title: string;
  readonly description: string;
  /** The column the page belongs to, as inspectors of government sites ask for it. */
  readonly column: { readonly name: string; readonly type: string };
  readonly article?: ArticleTags;
  readonly children: ComponentChildren;
}

/** The four fixed parts of 国办公开办函〔2019〕61号, and the entry for applications. */
export function listParts({ code, closed_on: closedOn }: Pick<Organ, "code" | "closed_on">) {
  const parts = [
    { name: "政府信息公开指南", href: `/organs/${code}/guide` },
    { name: "政府信息公开制度", href: `/organs/${code}/systems` },
    { name: "法定主动公开内容", href: `/organs/${code}/items` },
    { name: "政府信息公开年报", href: `/organs/${code}/reports` },
    { name: "依申请公开", href: `/apply/${code}` },
  ] as const;
  return closedOn === null ? parts : parts.slice(0, -1);
}

/** A page of what is made public: the tags government sites carry, a canonical address, the five parts of the organ, no script. */
export function DisclosureLayout({
  frame,
  organ,
  section = "disclosures",
  title,
  column,
  alternates = [],
  children,
  ...page
}: DisclosureLayoutProps) {
  const { assets, origin, path, isDemo } = frame;
  const [bare = ""] = path.split("?");
  return (
    <PageLayout
      {...page}
      title={path === "/" ? title : `${title} - ${assets.site.name}`}
      assets={assets}
      withScript={false}
      {...(section === null ? {} : { section })}
      pages={
        organ === undefined
          ? []
          : listParts(organ).map((one) => ({
              ...one,
              current: bare === one.href ? "page" : bare.startsWith(`${one.href}/`) ? "section" : undefined,
            }))
      }
      mainClass={`disclosures ${page.mainClass ?? ""}`.trim()}
      address={path}
      canonical={origin + path}
      column={{
        ...column,
        description: page.description,
        keywords: `政府信息公开,${column.name}${organ === undefined ? "" : `,${organ.name}`}`,
      }}
      alternates={alternates}
      banner={
        <>
          {isDemo ? (
            <p class="demo-notice">
              <strong>演示数据：</strong>机关和内容均为虚构，请勿引用。
            </p>
          ) : null}
          {organ === undefined || organ.closed_on === null ? null : (
            <p class="verdict verdict--notice">
              <strong>本机关已撤销：</strong>
              {organ.name}已于 {organ.closed_on} 撤销，原来公开的信息保留供查阅。
            </p>
          )}
        </>
      }
      footer={
        organ === undefined ? null : (
          <p>
            {organ.name}的新信息可<a href={`/organs/${organ.code}/feed.xml`}>以 RSS 订阅</a>；发现页面有误或者被仿冒，可以
            <a href="/verify">核验</a>。
          </p>
        )
      }
    >
      {children}
    </PageLayout>
  );
}
