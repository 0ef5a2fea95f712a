import type { ItemPage } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { differenceQuery } from "../api/items.ts";

/** Versions of the text, and what was changed between two of them. */
export function VersionsPanel({ agency, page }: { readonly agency: string; readonly page: ItemPage }) {
  const versions = page.versions.filter(({ isErased }) => !isErased).toSorted((one, other) => other.textVersion - one.textVersion);
  const [newest, former] = versions;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const from = chosen ?? former?.textVersion;
  if (newest === undefined || former === undefined || from === undefined) return null;
  return (
    <section className="panel" aria-labelledby="versions-title">
      <details>
        <summary>
          <h2 id="versions-title">版本和差异（{page.versions.length} 个版本）</h2>
        </summary>
        <div className="field">
          <label htmlFor="version-from">现在的版本（第 {newest.textVersion} 版）与哪一版比较</label>
          <Select
            id="version-from"
            className="version-choice"
            value={from}
            onChange={setChosen}
            options={versions.slice(1).map(({ textVersion, writtenAt }) => ({
              value: textVersion,
              label: `第 ${textVersion} 版，${sayInstant(writtenAt).slice(0, 16)}`,
            }))}
          />
        </div>
        <Difference agency={agency} item={page.item.id} from={from} to={newest.textVersion} />
      </details>
    </section>
  );
}

function Difference({
  agency,
  item,
  from,
  to,
}: {
  readonly agency: string;
  readonly item: string;
  readonly from: number;
  readonly to: number;
}) {
  const { data, error, refetch } = useQuery(differenceQuery(useHttp(), agency, item, from, to));
  if (error !== null) return <ProblemNotice fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="waiting">正在比较…</p>;
  if (data.pieces.every(({ kind }) => kind === "same")) return <p>正文文字没有变化；标题、附件等其他字段的变化见办理记录。</p>;
  return (
    <p className="difference">
      {data.pieces.map(({ kind, text }, index) =>
        kind === "added" ? (
          <ins key={index}>{text}</ins>
        ) : kind === "removed" ? (
          <del key={index}>{text}</del>
        ) : (
          <span key={index}>{shorten(text)}</span>
        ),
      )}
    </p>
  );
}

const MOST_UNCHANGED = 160;

/** Of long unchanged stretches the ends are enough. */
function shorten(text: string): string {
  return text.length <= MOST_UNCHANGED ? text : `${text.slice(0, MOST_UNCHANGED / 2)} …… ${text.slice(-MOST_UNCHANGED / 2)}`;
}
