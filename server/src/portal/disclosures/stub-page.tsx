import { ApplyHint } from "./apply-hint.tsx";
import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { trailOf } from "./item-page.tsx";
import type { Organ } from "./organ.ts";

export interface StubPageProps {
  readonly frame: PageFrame;
  readonly organ: Organ;
  readonly item: {
    readonly title: string;
    readonly index_number: string;
    readonly published_on: string;
    readonly withdrawal_reason: string | null;
  };
  /** Day it was withdrawn, in Asia/Shanghai. */
  readonly withdrawnOn: string | undefined;
}

/** What is left of an item that was withdrawn: that it was, when and why. */
export function StubPage({ frame, organ, item, withdrawnOn }: StubPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      organ={organ}
      title={`已撤回：${item.title}`}
      description="本信息已由发布机关撤回。"
      column={{ name: "法定主动公开内容", type: "法定主动公开内容" }}
      isPassing
      trail={trailOf(organ, undefined)}
    >
      <h1>{item.title}</h1>
      <p class="verdict verdict--wrong">
        <strong>已撤回：</strong>本信息{withdrawnOn === undefined ? "" : `已于 ${withdrawnOn} `}由{organ.name}撤回，内容不再公开。
      </p>
      <dl class="facts facts--rows">
        <div>
          <dt>索引号</dt>
          <dd>{item.index_number}</dd>
        </div>
        <div>
          <dt>发布日期</dt>
          <dd>{item.published_on}</dd>
        </div>
        <div>
          <dt>撤回理由</dt>
          <dd>{item.withdrawal_reason ?? "—"}</dd>
        </div>
      </dl>
      <p>
        可以查看<a href={`/organs/${organ.code}/items`}>{organ.name}公开的其他信息</a>
        <ApplyHint organ={organ} before="，或者" />。
      </p>
    </DisclosureLayout>
  );
}
