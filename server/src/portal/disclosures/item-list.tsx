import { validityWords } from "./item-words.ts";
import type { ListedItem } from "./queries.ts";

type ItemLine = Pick<ListedItem, "item_id" | "title" | "document_number" | "published_on" | "validity">;

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
              <time dateTime={item.published_on}>{item.published_on}</time>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Says of a document that is no longer in force as it was issued. */
export function ValidityMark({ validity }: { readonly validity: string | null }) {
  if (validity === null || validity === "effective") return null;
  return (
    <span class={`validity-mark validity-mark--${validity}`}>{validity === "amended" ? "已修改" : `已${validityWords(validity)}`}</span>
  );
}
