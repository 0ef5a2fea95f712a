import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import type { Verdict } from "./verify-copy.ts";

export interface VerifyPageProps {
  readonly frame: PageFrame;
  readonly asked: string;
  /** Undefined while nothing was asked for. */
  readonly verdict: Verdict | undefined;
  readonly mostMb: number;
}

/** 核验: is this what an organ published? In words, not in hashes. */
export function VerifyPage({ frame, asked, verdict, mostMb }: VerifyPageProps) {
  return (
    <DisclosureLayout
      frame={frame}
      title="核验真伪"
      description="核对手中的政府公开文件是不是机关发布的原件。"
      column={{ name: "核验真伪", type: "政府信息公开" }}
      isPassing={verdict !== undefined}
    >
      <h1>核验真伪</h1>
      <p class="lead">在别的网站、群聊或纸上看到一份政府公开文件？在这里核对它是不是机关发布的原件。</p>
      {verdict === undefined ? null : <Answer verdict={verdict} />}
      <div class="home__columns">
        <form class="filter verify" method="get" action="/verify">
          <h2>按散列值、网址或索引号</h2>
          <p class="filter__field filter__field--wide">
            <label for="verify-q">散列值（64 位）、本站网址或索引号</label>
            <input id="verify-q" name="q" type="text" maxLength={500} value={asked} autoComplete="off" spellcheck={false} />
          </p>
          <p class="filter__actions">
            <button class="button" type="submit">
              核验
            </button>
          </p>
        </form>
        <form class="filter verify" method="post" action="/verify" encType="multipart/form-data">
          <h2>按文件</h2>
          <p class="filter__field filter__field--wide">
            <label for="verify-file">保存的网页（HTML）、附件或数据（JSON），不超过 {mostMb} MB</label>
            <input id="verify-file" name="file" type="file" required />
          </p>
          <p class="filter__actions">
            <button class="button" type="submit">
              核验文件
            </button>
          </p>
        </form>
      </div>
      <section class="about">
        <h2>怎样核验</h2>
        <ul>
          <li>每条公开信息发布时都计算散列值，并用发布机关的密钥签名。内容改动一个字，散列值就不同。</li>
          <li>散列值在每个页面的末尾；打印件上也有，可以照着输入。</li>
          <li>上传的文件只用于核对，不会保存。</li>
          <li>看网址也很要紧：本站的网址以 {frame.origin} 开头。</li>
        </ul>
      </section>
    </DisclosureLayout>
  );
}

const ANSWERS = {
  genuine: { look: "fine", role: "status", lead: "✓ 属实：" },
  listed: { look: "notice", role: "status", lead: "！查到，内容有待核对：" },
  altered: { look: "wrong", role: "alert", lead: "✕ 与原件不同：" },
  withdrawn: { look: "wrong", role: "alert", lead: "✕ 已撤回：" },
} as const satisfies Record<Exclude<Verdict["kind"], "unknown">, unknown>;

function Answer({ verdict }: { readonly verdict: Verdict }) {
  if (verdict.kind === "unknown")
    return (
      <div class="verdict verdict--wrong" role="alert">
        <p>
          <strong>✕ 没有查到：</strong>
          {verdict.words}
        </p>
      </div>
    );
  const { kind, organ, title, address, indexNumber, publishedAt, isSigned, isCurrent, words } = verdict;
  const { look, role, lead } = ANSWERS[kind];
  return (
    <div class={`verdict verdict--${look}`} role={role}>
      <p>
        <strong>{lead}</strong>
        {words}
      </p>
      <dl class="facts facts--rows">
        <div>
          <dt>标题</dt>
          <dd>
            <a href={address}>{title}</a>
          </dd>
        </div>
        <div>
          <dt>发布机关</dt>
          <dd>{organ}</dd>
        </div>
        <div>
          <dt>发布时间</dt>
          <dd>{publishedAt}</dd>
        </div>
        <div>
          <dt>索引号</dt>
          <dd>{indexNumber}</dd>
        </div>
        <div>
          <dt>签名</dt>
          <dd>{isSigned ? `✓ 有效，确由${organ}签名` : "✕ 无效：本站保存的签名与内容不符，请告知管理员"}</dd>
        </div>
        {isCurrent ? null : (
          <div>
            <dt>版本</dt>
            <dd>
              这是较早的版本，之后已经更正。请以<a href={address}>现在的页面</a>为准。
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
