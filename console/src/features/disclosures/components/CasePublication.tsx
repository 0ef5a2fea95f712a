import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { itemsQuery } from "../api/items.ts";
import { DRAFTERS } from "../words.ts";

interface CasePublicationProps {
  readonly agency: string;
  readonly application: string;
  /** How the application was answered; null while it is not. */
  readonly outcome: string | null;
}

/** What was disclosed on application can become an item for everybody (Art. 44): what came of it, and the way to it. */
export function CasePublication({ agency, application, outcome }: CasePublicationProps) {
  const organ = useOrgan();
  const isDisclosed = (outcome === "granted" || outcome === "partial") && isMeantFor(DRAFTERS, organ.roles);
  const { data } = useQuery({ ...itemsQuery(useHttp(), agency, { application }), enabled: isDisclosed });
  if (!isDisclosed) return null;
  const items = data?.items ?? [];
  return (
    <section className="panel">
      <h2>转为主动公开</h2>
      {items.length === 0 ? <p>已经向申请人公开，其他人也可能需要的，可以主动公开（条例第四十四条）。</p> : null}
      <ul>
        {items.map(({ id, title, stateWords }) => (
          <li key={id}>
            <Link to={organPath(agency, `disclosures/${id}`)}>{title}</Link>（{stateWords}）
          </li>
        ))}
      </ul>
      <Link className="button-link" to={organPath(agency, `disclosures/from-application/${application}`)}>
        {items.length === 0 ? "转为主动公开" : "再起草一件"}
      </Link>
    </section>
  );
}
