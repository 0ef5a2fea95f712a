import { TODAY_KIND_WORDS, type TodayItem, type TodayKind, URGENCIES, type Urgency, URGENCY_WORDS } from "@gongkai/server/contract";
import { Select } from "../../../ui/Select.tsx";

interface TodayQuery {
  readonly kind?: TodayKind | undefined;
  readonly urgency?: Urgency | undefined;
}

interface TodayFiltersProps {
  readonly items: readonly TodayItem[];
  readonly kinds: readonly TodayKind[];
  readonly query: TodayQuery;
  readonly onChange: (change: TodayQuery) => void;
}

/** How many there are of each urgency; each number is a filter, pressed or not. */
export function TodayFilters({ items, kinds, query, onChange }: TodayFiltersProps) {
  return (
    <div className="filters">
      <ul className="counts" aria-label="按紧急程度筛选">
        {URGENCIES.map((urgency) => (
          <li key={urgency}>
            <button
              type="button"
              className={`count count-${urgency}`}
              aria-pressed={query.urgency === urgency}
              onClick={() => onChange({ urgency: query.urgency === urgency ? undefined : urgency })}
            >
              <strong>{items.filter((item) => item.urgency === urgency).length}</strong>
              <span>{URGENCY_WORDS[urgency]}</span>
            </button>
          </li>
        ))}
      </ul>
      {kinds.length > 1 ? (
        <Select
          allowClear
          aria-label="按事项种类筛选"
          placeholder="全部种类"
          value={query.kind ?? null}
          onChange={(kind: TodayKind | undefined) => onChange({ kind })}
          options={kinds.map((kind) => ({ value: kind, label: TODAY_KIND_WORDS[kind] }))}
        />
      ) : null}
    </div>
  );
}
