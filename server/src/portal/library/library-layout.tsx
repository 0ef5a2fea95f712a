import type { ComponentChildren } from "preact";
import type { ArticleTags } from "../components/page-layout/page-head.tsx";
import { type AssetAddresses, PageLayout, type PageLayoutProps } from "../components/page-layout/page-layout.tsx";

/** What every page of the library is told about where it stands. */
export interface PageFrame {
  readonly assets: AssetAddresses;
  /** The site's address without a final slash. */
  readonly origin: string;
  /** The page's own canonical address, from the first slash. */
  readonly path: string;
  /** True while the built-in demonstration reports are shown. */
  readonly isDemo: boolean;
}

export interface LibraryLayoutProps extends Pick<PageLayoutProps, "alternates" | "trail" | "isPassing"> {
  readonly frame: PageFrame;
  readonly title: string;
  readonly description: string;
  /** Set on pages that show one report. */
  readonly article?: ArticleTags;
  readonly children: ComponentChildren;
}

const COLUMN = {
  name: "政府信息公开年报",
  description: "各机关历年的政府信息公开工作年度报告",
  keywords: "政府信息公开,年度报告,年报",
  type: "政府信息公开年报",
} as const;

const PAGES = [
  { name: "全部报告", href: "/reports" },
  { name: "对比", href: "/reports/compare" },
  { name: "地区汇总", href: "/reports/region" },
  { name: "开放数据", href: "/reports/data" },
] as const;

const FEED = { type: "application/rss+xml", href: "/reports/feed.xml", title: "新发布的年度报告" } as const;

/** A page of the library: the tags government sites carry, a canonical address, the way back, and no script. */
export function LibraryLayout({ frame, title, alternates = [], children, ...page }: LibraryLayoutProps) {
  const { assets, origin, path, isDemo } = frame;
  const [bare] = path.split("?");
  return (
    <PageLayout
      {...page}
      title={`${title} - 年报库`}
      assets={assets}
      withScript={false}
      section="library"
      pages={PAGES.map((one) => ({ ...one, current: one.href === bare ? "page" : undefined }))}
      mainClass="library"
      address={path}
      canonical={origin + path}
      column={COLUMN}
      alternates={[FEED, ...alternates]}
      banner={
        isDemo ? (
          <p class="demo-notice">
            <strong>示例数据：</strong>本库尚未发布正式报告，现展示内置的示例。除注明“摘编”的以外，机关和数据均为虚构，请勿引用。
          </p>
        ) : null
      }
      footer={
        <p>
          数据可以免费再利用，见<a href="/reports/data">开放数据说明</a>；新发布的报告可<a href="/reports/feed.xml">以 RSS 订阅</a>。
        </p>
      }
    >
      {children}
    </PageLayout>
  );
}
