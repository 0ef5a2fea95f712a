import type { ItemPage } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { itemQuery } from "../api/items.ts";

/** Interpretations and what they interpret, both ways. */
export function LinksPanel({ agency, page }: { readonly agency: string; readonly page: ItemPage }) {
  const { interprets, interpretedBy } = page;
  if (interprets.length === 0 && interpretedBy.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">解读关联</h2>
      <ul>
        {interprets.map((item) => (
          <li key={item}>
            解读的文件：
            <ItemLink agency={agency} item={item} />
          </li>
        ))}
        {interpretedBy.map((item) => (
          <li key={item}>
            政策解读：
            <ItemLink agency={agency} item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ItemLink({ agency, item }: { readonly agency: string; readonly item: string }) {
  const { data } = useQuery(itemQuery(useHttp(), agency, item));
  return <Link to={organPath(agency, `disclosures/${item}`)}>{data?.item.title ?? "打开"}</Link>;
}
