import type { PublishedReport } from "../../library/index.ts";
import { LibraryLayout, type PageFrame } from "./library-layout.tsx";

export interface VerifyPageProps {
  readonly frame: PageFrame;
  readonly published: PublishedReport;
  readonly title: string;
  /** The hash the report's page shows. */
  readonly shown: string;
  /** Worked out just now from what is kept; undefined when it is gone. */
  readonly computed: string | undefined;
  /** What the visitor brought to be compared. */
  readonly asked: string | undefined;
}

/** Recomputes a report's hash and compares it with the one shown, and with one from elsewhere. */
export function VerifyPage({ frame, published, title, shown, computed, asked }: VerifyPageProps) {
  const own = `/reports/${published.organ.slug}/${published.report.year}`;
  return (
    <LibraryLayout
      frame={frame}
      title={`核验：${title}`}
      description={`重新计算${title}的正文散列值。`}
      isPassing
      trail={[
        { name: "年报库", href: "/reports" },
        { name: published.organ.name, href: `/reports/${published.organ.slug}` },
        { name: `${published.report.year}年报告`, href: own },
      ]}
    >
      <h1>核验本页</h1>
      <p class="lead">{title}</p>
      {computed === shown ? (
        <p class="verdict verdict--fine">
          <strong>✓ 一致：</strong>刚刚由保存的内容重新计算，散列值与报告页面所示相同，内容没有被改动。
        </p>
      ) : (
        <p class="verdict verdict--wrong" role="alert">
          <strong>✕ 不一致：</strong>
          {computed === undefined ? "保存的内容已读不出来。" : "保存的内容与页面所示不同，可能被改动过。"}请勿引用，并告知网站管理员。
        </p>
      )}
      <dl class="facts facts--rows">
        <div>
          <dt>页面所示</dt>
          <dd>
            <code class="hash">{shown}</code>
          </dd>
        </div>
        <div>
          <dt>重新计算</dt>
          <dd>
            <code class="hash">{computed ?? "—"}</code>
          </dd>
        </div>
      </dl>
      <h2>核对手中的副本</h2>
      <form class="filter" method="get" action={`${own}/verify`}>
        <p class="filter__field filter__field--wide">
          <label for="verify-hash">副本上的散列值（64 位）</label>
          <input id="verify-hash" name="hash" type="text" maxLength={200} value={asked ?? ""} autoComplete="off" spellcheck={false} />
        </p>
        <p class="filter__actions">
          <button class="button" type="submit">
            核对
          </button>
        </p>
      </form>
      {asked === undefined ? null : <Verdict asked={asked} computed={computed} />}
      <h2>自己计算</h2>
      <ol>
        <li>
          下载
          <a href={`${own}/report.json`} download>
            JSON 文件
          </a>
          。
        </li>
        <li>
          计算它的 SHA-256：Windows 用 <code>certutil -hashfile 文件名 SHA256</code>，macOS 用 <code>shasum -a 256 文件名</code>，Linux 用{" "}
          <code>sha256sum 文件名</code>。
        </li>
        <li>结果应与上面的散列值完全相同。</li>
      </ol>
    </LibraryLayout>
  );
}

function Verdict({ asked, computed }: { asked: string; computed: string | undefined }) {
  if (!/^[0-9a-f]{64}$/.test(asked))
    return (
      <p class="verdict verdict--wrong" role="alert">
        <strong>无法核对：</strong>散列值应为 64 位，由数字和字母 a 至 f 组成，请检查是否复制完整。
      </p>
    );
  return asked === computed ? (
    <p class="verdict verdict--fine" role="status">
      <strong>✓ 一致：</strong>您手中的副本与本库的内容相同。
    </p>
  ) : (
    <p class="verdict verdict--wrong" role="alert">
      <strong>✕ 不一致：</strong>您手中的副本与本库现有的内容不同：可能是其他版本，也可能被改动过，请以本库为准。
    </p>
  );
}
