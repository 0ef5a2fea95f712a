import type { ComponentChildren } from "preact";
import { type AssetAddresses, PageLayout } from "../components/page-layout/page-layout.tsx";

export interface CitizenLayoutProps {
  readonly assets: AssetAddresses;
  readonly title: string;
  readonly description?: string;
  /** The page's address, where the switch to the elder-friendly mode must not lose a query. */
  readonly address?: string;
  readonly withScript?: boolean;
  readonly isDemo?: boolean;
  /** Which of the section's pages this is. */
  readonly current?: "apply" | "progress";
  readonly trail?: readonly { readonly name: string; readonly href: string }[];
  readonly isPassing?: boolean;
  readonly column?: boolean;
  readonly children: ComponentChildren;
}

const DESCRIPTION = "向行政机关申请公开政府信息：填写申请、查询办理进度、下载答复书。不需要注册。";

/** The frame of every page for applicants. Pages that show somebody's data are kept out of search engines. */
export function CitizenLayout({
  assets,
  title,
  description = DESCRIPTION,
  address,
  withScript = false,
  isDemo = false,
  current,
  trail = [],
  isPassing = true,
  column = false,
  children,
}: CitizenLayoutProps) {
  const mark = (page: "apply" | "progress") => (current === page ? ("page" as const) : undefined);
  return (
    <PageLayout
      title={`${title} - 依申请公开`}
      description={description}
      assets={assets}
      withScript={withScript}
      section="apply"
      pages={[
        { name: "提出申请", href: "/apply", current: mark("apply") },
        { name: "查询进度", href: "/progress", current: mark("progress") },
      ]}
      trail={trail}
      mainClass="citizen"
      isPassing={isPassing}
      {...(address === undefined ? {} : { address })}
      {...(column
        ? {
            column: { name: "依申请公开", description: DESCRIPTION, keywords: "政府信息公开,依申请公开,申请,进度查询", type: "依申请公开" },
          }
        : {})}
      banner={isDemo ? <p class="citizen-demo">演示：机关为虚构，提交的内容会随演示数据清除，请勿填写真实的个人信息。</p> : undefined}
    >
      {children}
    </PageLayout>
  );
}

/** What went wrong, first on the page and linked to its place. */
export function ErrorSummary({
  problems,
}: {
  readonly problems: readonly { readonly field: string; readonly message: string; readonly href?: string }[];
}) {
  if (problems.length === 0) return null;
  return (
    <section class="problem citizen-errors" id="problems" role="alert" aria-labelledby="problems-heading" tabIndex={-1}>
      <h2 id="problems-heading">请检查以下内容</h2>
      <ul>
        {problems.map(({ field, message, href = `#field-${field}` }) => (
          <li>
            <a href={href}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
