import type { OfferedAct } from "@gongkai/server/contract";

/** What will follow from an act, on which article, and what is remarked on it: said before the click. */
export function ActOutlook({ offered: { consequence, cites, warnings } }: { readonly offered: OfferedAct }) {
  return (
    <div className="outlook">
      <p>
        <strong>办理后：</strong>
        {consequence}。<small>依据：{cites}</small>
      </p>
      {warnings.map(({ code, text }) => (
        <p key={code} className="outlook-warning">
          <strong>注意：</strong>
          {text}。
        </p>
      ))}
    </div>
  );
}
