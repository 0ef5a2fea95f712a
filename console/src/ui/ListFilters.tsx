import { Button, Input } from "antd";
import type { ReactNode } from "react";

interface ListFiltersProps {
  readonly search: {
    /** What is looked through: 名称、文号. */
    readonly fields: string;
    readonly value: string | undefined;
    readonly onSearch: (text: string) => void;
  };
  /** Undefined while nothing is chosen. */
  readonly onClear: (() => void) | undefined;
  /** The filters seldom wanted: folded away until one of them is set. */
  readonly more: ReactNode;
  readonly isMoreSet: boolean;
  readonly children: ReactNode;
}

/** Search and filters over a long list. */
export function ListFilters({ search: { fields, value = "", onSearch }, onClear, more, isMoreSet, children }: ListFiltersProps) {
  return (
    <div className="list-filters">
      <div className="filters">
        <Input.Search
          key={value}
          allowClear
          aria-label={`检索${fields}`}
          placeholder={fields}
          defaultValue={value}
          onSearch={(text) => onSearch(text.trim())}
          enterButton="检索"
        />
        {children}
        {onClear === undefined ? null : <Button onClick={onClear}>清除筛选</Button>}
      </div>
      <details {...(isMoreSet ? { open: true } : {})}>
        <summary>更多筛选</summary>
        <div className="filter-grid">{more}</div>
      </details>
    </div>
  );
}
