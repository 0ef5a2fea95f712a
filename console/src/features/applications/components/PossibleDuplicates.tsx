import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { applicationsQuery } from "../api/list-applications.ts";

/** Shorter titles would find half the register. */
const SHORTEST = 4;
const MOST_SHOWN = 5;

/** Earlier applications that ask for something of that name, while the new one is still being entered. */
export function PossibleDuplicates({ agency, title }: { readonly agency: string; readonly title: string }) {
  const { data } = useQuery({
    ...applicationsQuery(useHttp(), agency, { q: title, sort: "-received", pageSize: MOST_SHOWN }),
    enabled: title.length >= SHORTEST,
  });
  const found = title.length >= SHORTEST ? (data?.applications ?? []) : [];
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <div className="hint">
          <p>本机关有 {data?.total ?? found.length} 件内容相近的申请，请核对是否重复：</p>
          <ul>
            {found.map(({ id, number, summary, applicantName, receivedOn, outcomeWords, stateWords }) => (
              <li key={id}>
                <Link to={organPath(agency, `applications/${id}`)} target="_blank">
                  {number ?? "未登记编号"} {summary}
                </Link>
                （{applicantName}，{receivedOn ?? "未确认"}，{outcomeWords ?? stateWords}）
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
