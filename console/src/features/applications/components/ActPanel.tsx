import type { OfferedAct } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { organPath } from "../../../lib/feature.ts";
import { REPLY_ACTS } from "../act-form.ts";

interface ActPanelProps {
  readonly agency: string;
  readonly application: string;
  readonly acts: readonly OfferedAct[];
  readonly onChoose: (act: OfferedAct) => void;
}

/** What may be done now, each with what will follow; and what may not, each with why. */
export function ActPanel({ agency, application, acts, onChoose }: ActPanelProps) {
  const open = acts.filter(({ mayDo }) => mayDo);
  const shut = acts.filter(({ mayDo }) => !mayDo);
  return (
    <section className="panel act-panel">
      <h2>可以办理</h2>
      {open.length === 0 ? <p>现在没有轮到您办理的事项。</p> : null}
      <ul className="act-list">
        {open.map((one) => (
          <li key={one.act}>
            {REPLY_ACTS.has(one.act) ? (
              <Link
                className="button-link"
                to={organPath(agency, `applications/${application}/reply`)}
                search={one.act === "answerOnSpot" ? { onSpot: true } : {}}
              >
                {one.label}
              </Link>
            ) : (
              <Button onClick={() => onChoose(one)}>{one.label}</Button>
            )}
            <span>
              {one.consequence}。
              {one.warnings.map(({ code, text }) => (
                <em key={code}>注意：{text}。</em>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {shut.length === 0 ? null : (
        <details>
          <summary>不能办理的事项和原因（{shut.length}）</summary>
          <dl className="shut-acts">
            {shut.map(({ act, label, whyNot }) => (
              <div key={act}>
                <dt>{label}</dt>
                <dd>{whyNot}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
