import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import type { Organ } from "./organ.ts";

export interface OrgansPageProps {
  readonly frame: PageFrame;
  readonly organs: readonly { readonly organ: Organ; readonly total: number; readonly depth: number }[];
}

/** All organs of the installation, each below the one that leads it. */
export function OrgansPage({ frame, organs }: OrgansPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      title="政府信息公开：各机关"
      description="各机关的政府信息公开指南、制度、法定主动公开内容、年报和依申请公开。"
      column={{ name: "政府信息公开", type: "政府信息公开" }}
      alternates={[{ type: "application/json", href: "/organs.json", title: "机关列表（JSON）" }]}
    >
      <h1>政府信息公开</h1>
      <p class="lead">选择机关，查看它的公开指南、制度、主动公开内容和年报，或者向它申请公开信息。</p>
      {organs.length === 0 ? (
        <p class="empty">还没有设立机关。管理员可以在管理后台添加。</p>
      ) : (
        <ul class="organs organs--tree">
          {organs.map(({ organ, total, depth }) => (
            <li class={depth > 0 ? "organs__below" : undefined}>
              <a href={`/organs/${organ.code}`}>{organ.name}</a>
              <span class="organs__total">公开信息 {total} 条</span>
            </li>
          ))}
        </ul>
      )}
    </DisclosureLayout>
  );
}
