import { ATTRIBUTES, type Catalogue, ITEM_STATES, NORMATIVES, VALIDITIES } from "@gongkai/server/contract";
import { Button, Input } from "antd";
import { DUE_WORDS, isNarrowed, type ItemFilter, NOTHING_CHOSEN } from "../item-filter.ts";
import { optionsOf } from "../words.ts";
import { Choice } from "../../../ui/Choice.tsx";

interface FiltersProps {
  readonly catalogue: Catalogue | undefined;
  readonly filter: ItemFilter;
  readonly onChange: (change: Partial<ItemFilter>) => void;
}

/** Search and filters; those seldom wanted are folded away until one is set. */
export function ItemFilters({ catalogue, filter, onChange }: FiltersProps) {
  const { statutory, entry, normative, validity } = filter;
  const isDetailed = [statutory, entry, normative, validity].some((value) => value !== undefined);
  const set = (change: Partial<ItemFilter>) => onChange({ ...change, page: undefined });
  return (
    <div className="item-filters">
      <div className="filters">
        <Input.Search
          key={filter.text ?? ""}
          allowClear
          aria-label="检索名称、文号、索引号"
          placeholder="名称、文号、索引号"
          defaultValue={filter.text ?? ""}
          onSearch={(text) => set({ text: text.trim() })}
          enterButton="检索"
        />
        <Choice label="状态" value={filter.state} options={optionsOf(ITEM_STATES)} onChange={(state) => set({ state })} />
        <Choice label="公开属性" value={filter.attribute} options={optionsOf(ATTRIBUTES)} onChange={(attribute) => set({ attribute })} />
        <Choice label="期限" value={filter.due} options={optionsOf(DUE_WORDS)} onChange={(due) => set({ due })} />
        {isNarrowed(filter) ? <Button onClick={() => onChange(NOTHING_CHOSEN)}>清除筛选</Button> : null}
      </div>
      <details {...(isDetailed ? { open: true } : {})}>
        <summary>更多筛选</summary>
        <div className="filters filters-more">
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
        </div>
      </details>
    </div>
  );
}
