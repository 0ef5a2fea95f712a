import { validityWords } from "./item-words.ts";
import type { ListedItem } from "./queries.ts";

type ItemLine = Pick<ListedItem, "item_id" | "title" | "document_number" | "published_on" | "correction_on" | "validity">;

/** Items one below the other: title, number, validity where it is not in force, organ where several stand together, day. */
export function ItemList<Item extends ItemLine>({
  items,
  organOf,
  isMixed = false,
}: {
  readonly items: readonly Item[];
  readonly organOf: (item: Item) => { readonly code: string; readonly short_name: string } | undefined;
  readonly isMixed?: boolean;
}) {
  return (
    <ul class="items">
      {items.map((item) => {
        const organ = organOf(item);
        return (
          <li class="items__one">
            <span class="items__title">
              <a href={`/organs/${organ?.code ?? ""}/items/${item.item_id}`}>{item.title}</a> <ValidityMark validity={item.validity} />
            </span>
            <span class="items__facts">
              {isMixed && organ !== undefined ? <span>{organ.short_name}</span> : null}
              {item.document_number === null ? null : <span>{item.document_number}</span>}
              <Published item={item} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** When it was published; and when it was corrected, for then it comes to the front again. */
export function Published({
  item: { published_on: publishedOn, correction_on: correctedOn },
}: {
  readonly item: Pick<ListedItem, "published_on" | "correction_on">;
}) {
  return (
    <>
      <time dateTime={publishedOn}>{publishedOn}</time>
      {correctedOn === null ? null : <time dateTime={correctedOn}>{correctedOn} 更正</time>}
    </>
  );
}

/** Says of a document that is no longer in force as it was issued. */
export function ValidityMark({ validity }: { readonly validity: string | null }) {
  if (validity === null || validity === "effective") return null;
  return (
    <span class={`validity-mark validity-mark--${validity}`}>{validity === "amended" ? "已修改" : `已${validityWords(validity)}`}</span>
  );
}
