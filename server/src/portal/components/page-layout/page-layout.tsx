import type { ComponentChildren } from "preact";
import { type SectionId, SECTIONS } from "../site-nav/sections.ts";
import { type NavItem, SiteNav } from "../site-nav/site-nav.tsx";
import { ViewSwitch } from "../view-switch/view-switch.tsx";
import { type ArticleTags, type ColumnTags, PageHead } from "./page-head.tsx";

/** What every page is told: where its built files are served, names bearing the hash of their content, and whose site it is. */
export interface AssetAddresses {
  readonly style: string;
  readonly fonts: string;
  readonly script: string;
  readonly sample: string;
  readonly site: Site;
}

/** The site as it is registered. */
export interface Site {
  readonly name: string;
  /** 政府网站标识码; empty while there is none. */
  readonly idCode: string;
}

export interface PageLayoutProps {
  readonly title: string;
  readonly description: string;
  readonly assets: AssetAddresses;
  /** Pages that do something in the browser load the script; the others need none. */
  readonly withScript: boolean;
  /** The section of the header the page belongs to, if any. */
  readonly section?: SectionId;
  /** The pages of the section, where it has several. */
  readonly pages?: readonly NavItem[];
  /** From the section down to the page above this one. */
  readonly trail?: readonly { readonly name: string; readonly href: string }[];
  /** What must be known before anything is read, e.g. that the figures are made up. */
  readonly banner?: ComponentChildren;
  /** What the foot says before the usual. */
  readonly footer?: ComponentChildren;
  readonly mainClass?: string;
  /** The page's address with its query, where the switch to the elder-friendly mode must not lose it. */
  readonly address?: string;
  /** The full address under which the page is to be known. */
  readonly canonical?: string;
  readonly column?: ColumnTags;
  readonly article?: ArticleTags;
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[];
  /** Search engines need not keep this page. */
  readonly isPassing?: boolean;
  readonly children: ComponentChildren;
}

/** Every page of the portal: the skip link first, one header, one main part, one footer; no script or style inline. */
export function PageLayout(props: PageLayoutProps) {
  const { assets, section, pages = [], trail = [], banner, footer, mainClass, address, children } = props;
  return (
    <html lang="zh-CN">
      <PageHead {...props} />
      <body>
        <a class="skip-link" href="#main">
          跳到主要内容
        </a>
        <header class="site-header">
          <div class="site-header__inner">
            <a class="site-header__name" href="/">
              <SiteName name={assets.site.name} />
            </a>
            <SiteNav
              label="主要栏目"
              items={SECTIONS.map(({ id, name, href }) => ({
                name,
                href,
                current: id !== section ? undefined : pages.length > 0 ? "section" : "page",
              }))}
            />
            <ViewSwitch {...(address === undefined ? {} : { address })} />
          </div>
        </header>
        {pages.length === 0 ? null : (
          <div class="section-nav">
            <SiteNav label="本栏目" items={pages} />
          </div>
        )}
        <main id="main" class={mainClass === undefined ? "page" : `page ${mainClass}`} tabIndex={-1}>
          {trail.length === 0 ? null : (
            <nav class="trail" aria-label="当前位置">
              <ol>
                {trail.map(({ name, href }) => (
                  <li>
                    <a href={href}>{name}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {banner}
          {children}
        </main>
        <footer class="site-footer">
          <div class="site-footer__inner">
            {footer}
            <p>
              依据《中华人民共和国政府信息公开条例》和国务院办公厅的有关规定。程序接口见 <a href="/api/docs">接口文档</a>。
            </p>
            <p>
              工作人员请到 <a href="/console">工作后台</a> 登录。
            </p>
          </div>
        </footer>
        {/* Last, so that it holds nothing up: only browsers without a Chinese font of their own fetch what it names. */}
        <link rel="stylesheet" href={assets.fonts} />
      </body>
    </html>
  );
}

/** A name that ends in Latin letters says so, for a screen reader to speak them as such. */
function SiteName({ name }: { readonly name: string }) {
  const [, chinese = "", latin = ""] = /^(.*?)([A-Za-z][A-Za-z ]*)?$/.exec(name) ?? [];
  return latin === "" ? (
    <>{name}</>
  ) : (
    <>
      {chinese}
      <span lang="en">{latin}</span>
    </>
  );
}
