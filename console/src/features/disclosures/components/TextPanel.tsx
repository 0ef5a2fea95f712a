import type { ItemPage } from "@gongkai/server/contract";
import { saySize } from "../../../lib/say-size.ts";
import { itemFile } from "../api/items.ts";
import { cleanHtml } from "../clean-html.ts";
import { markPlaces } from "../mark-places.ts";

/** The text as it stands, with the findings marked in it, and the attachments. */
export function TextPanel({ agency, page }: { readonly agency: string; readonly page: ItemPage }) {
  const { html, attachments, screening } = page;
  const files = attachments.filter(({ isInline }) => !isInline);
  const places =
    screening?.isCurrent === true ? screening.findings.filter(({ source, verdict }) => source === "body" && verdict === null) : [];
  return (
    <section className="panel" aria-labelledby="text-title">
      <h2 id="text-title">正文</h2>
      {html === null ? (
        <p className="notice">正文已经清除。</p>
      ) : (
        // Written anew by cleanHtml out of a list of harmless elements.
        <div
          className="item-text"
          dangerouslySetInnerHTML={{ __html: markPlaces(cleanHtml(html, (sha256) => itemFile(agency, sha256)).html, places) }}
        />
      )}
      {files.length === 0 ? null : (
        <>
          <h3>附件</h3>
          <ul>
            {files.map(({ sha256, name, size }) => (
              <li key={sha256}>
                <a href={itemFile(agency, sha256)} download={name}>
                  {name}
                </a>{" "}
                <small>{saySize(size)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
