import type { ComponentChildren } from "preact";
import { SiteNav } from "../site-nav/site-nav.tsx";
import { ViewSwitch } from "../view-switch/view-switch.tsx";

/** Where the built files of the pages are served, names bearing the hash of their content. */
export interface AssetAddresses {
  readonly style: string;
  readonly fonts: string;
  readonly script: string;
  readonly sample: string;
}

export interface PageLayoutProps {
  readonly title: string;
  readonly description: string;
  readonly assets: AssetAddresses;
  /** Pages that do something in the browser load the script; the others need none. */
  readonly withScript: boolean;
  /** The section of the header the page belongs to, if any. */
  readonly section?: "check-up" | "help" | "deadline";
  /** The page's address with its query, where the switch to the elder-friendly mode must not lose it. */
  readonly address?: string;
  readonly children: ComponentChildren;
}

/** Every page of the portal: the skip link first, one header, one main part, one footer; no script or style inline. */
export function PageLayout({ title, description, assets, withScript, section, address, children }: PageLayoutProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        {withScript ? <script type="module" src={assets.script} /> : null}
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
                { name: "年报体检", href: "/check-up", isCurrent: section === "check-up" },
                { name: "填报说明", href: "/check-up/help", isCurrent: section === "help" },
                { name: "年报库", href: "/reports" },
                { name: "期限计算器", href: "/deadline", isCurrent: section === "deadline" },
              ]}
            />
            <ViewSwitch {...(address === undefined ? {} : { address })} />
          </div>
        </header>
        <main id="main" class="page" tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <div class="site-footer__inner">
            <p>依据《中华人民共和国政府信息公开条例》和国务院办公厅政府信息与政务公开办公室规定的年度报告格式。</p>
            <p>
              核对结果供工作参考，不替代人工审核。程序接口见 <a href="/api/docs">接口文档</a>。
            </p>
          </div>
        </footer>
        {/* Last, so that it holds nothing up: only browsers without a Chinese font of their own fetch what it names. */}
        <link rel="stylesheet" href={assets.fonts} />
      </body>
    </html>
  );
}
