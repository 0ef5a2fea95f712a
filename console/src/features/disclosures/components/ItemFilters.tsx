import { ATTRIBUTES, type Catalogue, ITEM_STATES, NORMATIVES, VALIDITIES } from "@gongkai/server/contract";
import { DUE_WORDS, isNarrowed, type ItemFilter, NOTHING_CHOSEN } from "../item-filter.ts";
import { optionsOf } from "../words.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { ListFilters } from "../../../ui/ListFilters.tsx";

interface FiltersProps {
  readonly catalogue: Catalogue | undefined;
  readonly filter: ItemFilter;
  readonly onChange: (change: Partial<ItemFilter>) => void;
}

/** What items are looked for by. */
export function ItemFilters({ catalogue, filter, onChange }: FiltersProps) {
  const { statutory, entry, normative, validity } = filter;
  const set = (change: Partial<ItemFilter>) => onChange({ ...change, page: undefined });
  return (
    <ListFilters
      search={{ fields: "名称、文号、索引号", value: filter.text, onSearch: (text) => set({ text }) }}
      onClear={isNarrowed(filter) ? () => onChange(NOTHING_CHOSEN) : undefined}
      isMoreSet={[statutory, entry, normative, validity].some((value) => value !== undefined)}
      more={
        <>
          <Choice
            label="法定类别"
            value={statutory}
            options={(catalogue?.nodes ?? []).map(({ id, label }) => ({ value: id, label }))}
            onChange={(chosen) => set({ statutory: chosen })}
          />
          <Choice
            label="目录条目"
            value={entry}
            options={(catalogue?.entries ?? []).map(({ id, name, subItem }) => ({
              value: id,
              label: subItem === "" ? name : `${name}：${subItem}`,
            }))}
            onChange={(chosen) => set({ entry: chosen })}
          />
          <Choice
            label="规范性文件类别"
            value={normative}
            options={optionsOf(NORMATIVES)}
            onChange={(chosen) => set({ normative: chosen })}
          />
          <Choice label="有效性" value={validity} options={optionsOf(VALIDITIES)} onChange={(chosen) => set({ validity: chosen })} />
        </>
      }
    >
      <Choice label="状态" value={filter.state} options={optionsOf(ITEM_STATES)} onChange={(state) => set({ state })} />
      <Choice label="公开属性" value={filter.attribute} options={optionsOf(ATTRIBUTES)} onChange={(attribute) => set({ attribute })} />
      <Choice label="期限" value={filter.due} options={optionsOf(DUE_WORDS)} onChange={(due) => set({ due })} />
    </ListFilters>
  );
}
