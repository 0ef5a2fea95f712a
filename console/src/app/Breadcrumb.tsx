import { Link } from "@tanstack/react-router";
import { organPath } from "../lib/feature.ts";
import type { Organ } from "../lib/organ.ts";
import { FEATURES } from "./features.ts";

interface BreadcrumbProps {
  readonly organ: Organ | undefined;
  readonly page: { readonly title?: string; readonly under?: string };
}

/** Where the page stands: organ, page above, page. */
export function Breadcrumb({ organ, page: { title, under } }: BreadcrumbProps) {
  if (title === undefined) return null;
  const above = FEATURES.flatMap(({ organPages }) => organPages).find(({ path }) => path === under);
  return (
    <nav aria-label="所在位置" className="breadcrumb">
      <ol>
        {organ === undefined ? null : (
          <li>
            <Link to={`/agencies/${organ.code}`}>{organ.shortName}</Link>
          </li>
        )}
        {above === undefined || organ === undefined ? null : (
          <li>
            <Link to={organPath(organ.code, above.path)}>{above.title}</Link>
          </li>
        )}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
