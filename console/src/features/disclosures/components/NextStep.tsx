import type { ItemPage } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { organPath } from "../../../lib/feature.ts";
import { ACT_FORMS } from "../act-forms.ts";
import { nextStepOf, whyNotOffered } from "../standing.ts";

interface NextStepProps {
  readonly agency: string;
  readonly page: ItemPage;
  readonly onChoose: (act: string) => void;
}

/** What is next, who does it, and every act the person may do; below, why the others are not offered. */
export function NextStep({ agency, page, onChoose }: NextStepProps) {
  const { acts, item } = page;
  const next = nextStepOf(page);
  const shut = whyNotOffered(page);
  const address = organPath(agency, `disclosures/${item.id}/edit`);
  return (
    <section className="panel next-step" aria-labelledby="next-title">
      <h2 id="next-title">{next.isTheirs ? `请您办理：${next.title}` : next.title}</h2>
      <p>{next.text}</p>
      <div className="acts">
        {acts.includes("sign") ? (
          <Button type="primary" onClick={() => onChoose("sign")}>
            审查
          </Button>
        ) : null}
        {/* Before the screening is done with, the server would refuse it: what comes first is said above. */}
        {acts.includes("submit") && next.act === "submit" ? (
          <Button type="primary" onClick={() => onChoose("submit")}>
            提交审查
          </Button>
        ) : null}
        {ACT_FORMS.filter(({ act }) => acts.includes(act)).map(({ act, label, isDanger }) => (
          <Button key={act} type={act === "publish" ? "primary" : "default"} danger={isDanger === true} onClick={() => onChoose(act)}>
            {label}
          </Button>
        ))}
        {acts.includes("revise") ? (
          <Link className={item.state === "drafted" ? "item-button" : "item-button item-button-plain"} to={address}>
            {item.state === "drafted" ? "认定公开属性" : item.publicVersion > 0 ? "更正" : "修改"}
          </Link>
        ) : null}
      </div>
      {shut.length === 0 ? null : (
        <details>
          <summary>为什么没有其他按钮</summary>
          <dl className="shut">
            {shut.map(({ label, why }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
