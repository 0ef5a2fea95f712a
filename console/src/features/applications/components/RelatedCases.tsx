import type { ListedApplication } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { organPath } from "../../../lib/feature.ts";

interface RelatedCasesProps {
  readonly agency: string;
  readonly title: string;
  readonly lead: string;
  readonly cases: readonly ListedApplication[];
}

/** Other cases that bear on this one, with how they ended. */
export function RelatedCases({ agency, title, lead, cases }: RelatedCasesProps) {
  if (cases.length === 0) return null;
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p className="page-lead">{lead}</p>
      <ul className="related">
        {cases.map(({ id, summary, number, receivedOn, outcomeWords, stateWords, applicantName }) => (
          <li key={id}>
            <Link to={organPath(agency, `applications/${id}`)}>{summary}</Link>
            <small>
              {number ?? "未登记编号"}，{applicantName}，{receivedOn ?? "未确认"} 收到，结果：{outcomeWords ?? stateWords}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
