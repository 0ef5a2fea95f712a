import type { ItemPage } from "@gongkai/server/contract";
import { sayInstant } from "../../../lib/browser-clock.ts";

/** Who did what when, the latest first. */
export function HistoryPanel({ timeline }: { readonly timeline: ItemPage["timeline"] }) {
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">办理记录</h2>
      <ol className="item-history" reversed>
        {timeline.toReversed().map(({ words, at, by, note }, index) => (
          <li key={timeline.length - index}>
            <strong>{words}</strong> {by ?? "系统"}
            <small>{sayInstant(at).slice(0, 16)}</small>
            {note === "" ? null : <span>{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
