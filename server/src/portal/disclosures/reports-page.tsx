import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { nameWith, type Organ } from "./organ.ts";

export interface ReportsPageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  /** Its reports in the library, the newest first. */
  readonly reports: readonly { readonly year: number; readonly title: string; readonly address: string; readonly publishedOn: string }[];
}

/** 政府信息公开年报: the organ's reports, which the library keeps. */
export function ReportsPage({ frame, organ, reports }: ReportsPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={nameWith(organ, "政府信息公开年报")}
      description={`${organ.name}历年的政府信息公开工作年度报告。`}
      column={{ name: "政府信息公开年报", type: "政府信息公开年报" }}
      trail={[
        { name: "政府信息公开", href: "/organs" },
        { name: organ.name, href: `/organs/${organ.code}` },
      ]}
    >
      <h1>政府信息公开年报</h1>
      {reports.length === 0 ? (
        <p class="empty">
          {organ.name}还没有在年报库发布年度报告。可以<a href="/reports">在年报库中查找</a>其他机关的报告。
        </p>
      ) : (
        <ul class="items">
          {reports.map(({ title, address, publishedOn }) => (
            <li class="items__one">
              <span class="items__title">
                <a href={address}>{title}</a>
              </span>
              <span class="items__facts">
                <time dateTime={publishedOn}>{publishedOn}</time>
              </span>
            </li>
          ))}
        </ul>
      )}
    </DisclosureLayout>
  );
}
