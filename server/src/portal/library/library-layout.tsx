import { SiteNav } from "../components/site-nav/site-nav.tsx";
import type { ComponentChildren } from "preact";
import type { AssetAddresses } from "../components/page-layout/page-layout.tsx";

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

export interface Article {
  readonly title: string;
  /** `YYYY-MM-DD HH:MM`, time of day in Asia/Shanghai. */
  readonly publishedAt: string;
  readonly source: string;
  readonly author: string;
  readonly keywords: string;
}

export interface LibraryLayoutProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly description: string;
  /** Set on pages that show one report: the content tags of 国办发〔2017〕47号. */
  readonly article?: Article;
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[];
  /** From the list down to the page above this one. */
  readonly trail?: readonly { readonly name: string; readonly href: string }[];
  /** Search engines need not keep this page. */
  readonly isPassing?: boolean;
  readonly children: ComponentChildren;
}

const SITE_NAME = "公开 Gongkai";
const COLUMN_NAME = "政府信息公开年报";

/** A page of the library: the tags government sites carry, a canonical address, the way back, and no script. */
export function LibraryLayout({
  frame,
  title,
  description,
  article,
  alternates = [],
  trail = [],
  isPassing = false,
  children,
}: LibraryLayoutProps) {
  const { assets, origin, path, isDemo } = frame;
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - 年报库`}</title>
        <meta name="SiteName" content={SITE_NAME} />
        <meta name="SiteDomain" content={domainOf(origin)} />
        <meta name="SiteIDCode" content="" />
        <meta name="ColumnName" content={COLUMN_NAME} />
        <meta name="ColumnDescription" content="各机关历年的政府信息公开工作年度报告" />
        <meta name="ColumnKeywords" content="政府信息公开,年度报告,年报" />
        <meta name="ColumnType" content="政府信息公开年报" />
        {article === undefined ? null : (
          <>
            <meta name="ArticleTitle" content={article.title} />
            <meta name="PubDate" content={article.publishedAt} />
            <meta name="ContentSource" content={article.source} />
            <meta name="Keywords" content={article.keywords} />
            <meta name="Author" content={article.author} />
            <meta name="Url" content={origin + path} />
          </>
        )}
        <meta name="Description" content={description} />
        <meta name="format-detection" content="telephone=no" />
        {isPassing ? <meta name="robots" content="noindex" /> : null}
        <link rel="canonical" href={origin + path} />
        <link rel="alternate" type="application/rss+xml" href="/reports/feed.xml" title="新发布的年度报告" />
        {alternates.map((one) => (
          <link rel="alternate" type={one.type} href={one.href} title={one.title} />
        ))}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
      </head>
      <body>
        <a class="skip-link" href="#main">
          跳到主要内容
        </a>
        <header class="site-header">
          <div class="site-header__inner">
            <a class="site-header__name" href="/">
              公开 <span lang="en">Gongkai</span>
            </a>
            <SiteNav
              items={[
                { name: "年报库", href: "/reports", isCurrent: path === "/reports" },
                { name: "对比", href: "/reports/compare", isCurrent: path.startsWith("/reports/compare") },
                { name: "地区汇总", href: "/reports/region", isCurrent: path.startsWith("/reports/region") },
                { name: "开放数据", href: "/reports/data", isCurrent: path === "/reports/data" },
                { name: "年报体检", href: "/check-up" },
              ]}
            />
            <ViewSwitch path={path} />
          </div>
        </header>
        <main id="main" class="page library" tabIndex={-1}>
          {trail.length === 0 ? null : (
            <nav class="library-trail" aria-label="当前位置">
              <ol>
                {trail.map(({ name, href }) => (
                  <li>
                    <a href={href}>{name}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {isDemo ? (
            <p class="demo-notice">
              <strong>示例数据：</strong>本库尚未发布正式报告，现展示内置的示例。除注明“摘编”的以外，机关和数据均为虚构，请勿引用。
            </p>
          ) : null}
          {children}
        </main>
        <footer class="site-footer">
          <div class="site-footer__inner">
            <p>依据《中华人民共和国政府信息公开条例》和国务院办公厅政府信息与政务公开办公室规定的年度报告格式。</p>
            <p>
              数据可以免费再利用，见<a href="/reports/data">开放数据说明</a>；新发布的报告可<a href="/reports/feed.xml">以 RSS 订阅</a>。
            </p>
          </div>
        </footer>
        <link rel="stylesheet" href={assets.fonts} />
      </body>
    </html>
  );
}

/** The elder-friendly mode (长者版) and the way back; what was looked for stays in the address. */
function ViewSwitch({ path }: { path: string }) {
  const address = (view: string): string => `${path}${path.includes("?") ? "&" : "?"}view=${view}`;
  return (
    <span class="view-switch">
      <a class="view-switch__elder" href={address("elder")} rel="nofollow">
        长者版
      </a>
      <a class="view-switch__standard" href={address("standard")} rel="nofollow">
        返回标准版
      </a>
    </span>
  );
}

function domainOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : "";
}
