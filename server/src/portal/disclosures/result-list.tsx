import type { SearchResult } from "../../search/find-results.ts";
import type { MarkedPiece } from "../../search/highlight.ts";
import { Published, ValidityMark } from "./item-list.tsx";
import { genreWords } from "./item-words.ts";

export type OrganOfNumber = (agencyId: number) => { readonly code: string; readonly name: string } | undefined;

/** What was found, the words marked. */
export function ResultList({ results, organOf }: { readonly results: readonly SearchResult[]; readonly organOf: OrganOfNumber }) {
  return (
    <ol class="results">
      {results.map(({ item, title, snippet, attachment }) => {
        const organ = organOf(item.agency_id);
        return (
          <li>
            <h3 class="results__title">
              <a href={`/organs/${organ?.code ?? ""}/items/${item.item_id}`}>
                <Marked pieces={title} />
              </a>{" "}
              <ValidityMark validity={item.validity} />
            </h3>
            {snippet.length === 0 ? null : (
              <p class="results__snippet">
                {attachment === undefined ? null : <span class="results__file">附件《{attachment}》：</span>}
                <Marked pieces={snippet} />
              </p>
            )}
            <p class="items__facts">
              <span>{organ?.name}</span>
              <span>{genreWords(item.genre)}</span>
              {item.document_number === null ? null : <span>{item.document_number}</span>}
              <Published item={item} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Marked({ pieces }: { readonly pieces: readonly MarkedPiece[] }) {
  return <>{pieces.map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}</>;
}
