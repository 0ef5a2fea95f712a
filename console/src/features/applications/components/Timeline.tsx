import type { TimelineEntry } from "@gongkai/server/contract";
import { sayInstant } from "../../../lib/browser-clock.ts";

/** Who did what when, the latest first, each with its place in the organ's ledger. */
export function Timeline({ timeline }: { readonly timeline: readonly TimelineEntry[] }) {
  return (
    <section className="panel">
      <h2>办理记录</h2>
      <ol className="timeline" reversed>
        {timeline.toReversed().map(({ version, label, on, actor, recordedAt, details, hash, sequence }) => (
          <li key={version}>
            <p>
              <strong>{label}</strong> <time dateTime={on}>{on}</time>
            </p>
            <p>{actor}</p>
            {details.length === 0 ? null : (
              <dl className="facts-small">
                {details.map(({ label: name, value }) => (
                  <div key={`${name}-${value}`}>
                    <dt>{name}：</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            <small>
              记录于 {sayInstant(recordedAt)}，账本第 {sequence} 条，<abbr title={`哈希值 ${hash}`}>哈希 {hash.slice(0, 12)}…</abbr>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
