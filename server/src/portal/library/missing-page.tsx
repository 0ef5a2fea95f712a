import type { ShelvedOrgan } from "../../library/index.ts";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";

export interface MissingPageProps {
  readonly frame: PageFrame;
  readonly asked: string;
  readonly message: string | undefined;
  /** What may have been meant, the likeliest first. */
  readonly organs: readonly ShelvedOrgan[];
}

/** Says that there is no such report, and what there is instead. */
export function MissingPage({ frame, asked, message = "年报库里没有这个机关。", organs }: MissingPageProps) {
  return (
    <LibraryLayout
      frame={frame}
      title="没有找到"
      description="年报库里没有这个页面。"
      isPassing
      trail={[{ name: "年报库", href: "/reports" }]}
    >
      <h1>没有找到这份报告</h1>
      <p>
        {message}您要找的是“{asked}”。
      </p>
      {organs.length === 0 ? null : (
        <>
          <h2>也许您要找的是</h2>
          <ul class="report-list">
            {organs.map(({ organ, reports }) => (
              <li>
                <a href={`/reports/${organ.slug}`}>{organ.name}</a>
                <span class="report-list__facts">
                  {reports.map(({ report }) => (
                    <>
                      <a href={`/reports/${organ.slug}/${report.year}`}>{report.year}年</a>{" "}
                    </>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        也可以<a href="/reports">在年报库中查找</a>。
      </p>
    </LibraryLayout>
  );
}
