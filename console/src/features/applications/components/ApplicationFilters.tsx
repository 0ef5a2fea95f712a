import {
  APPLICANT_KIND_WORDS,
  APPLICANT_KINDS,
  CASE_STATES,
  CHANNEL_WORDS,
  CHANNELS,
  getOutcome,
  OUTCOME_CODES,
  STATE_WORDS,
} from "@gongkai/statute";
import { useQuery } from "@tanstack/react-query";
import { useHttp } from "../../../lib/api.tsx";
import { DateInput } from "../../../ui/DateInput.tsx";
import { handlersQuery, unitsQuery } from "../api/choices.ts";
import { type ApplicationFilter, narrows, NOTHING_CHOSEN } from "../list-filter.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { ListFilters } from "../../../ui/ListFilters.tsx";

interface FiltersProps {
  readonly agency: string;
  readonly filter: ApplicationFilter;
  readonly onChange: (change: Partial<ApplicationFilter>) => void;
}

const DETAILED = ["outcome", "channel", "applicantKind", "unit", "handler", "receivedFrom", "receivedTo", "dueTo"] as const;

/** What applications are looked for by. */
export function ApplicationFilters({ agency, filter, onChange }: FiltersProps) {
  const http = useHttp();
  const units = useQuery(unitsQuery(http, agency));
  const handlers = useQuery(handlersQuery(http, agency));
  const set = (change: Partial<ApplicationFilter>) => onChange({ ...change, page: undefined });
  const people = [...new Map((handlers.data?.posts ?? []).map(({ holder }) => [holder.id, holder.name]))];
  return (
    <ListFilters
      search={{ fields: "编号、摘要、所需信息", value: filter.q, onSearch: (q) => set({ q }) }}
      onClear={Object.keys(narrows(filter)).length === 0 ? undefined : () => onChange(NOTHING_CHOSEN)}
      isMoreSet={DETAILED.some((name) => filter[name] !== undefined)}
      more={
        <>
          <Choice
            label="答复类型"
            value={filter.outcome}
            options={OUTCOME_CODES.map((value) => ({ value, label: getOutcome(value).label }))}
            onChange={(outcome) => set({ outcome })}
          />
          <Choice
            label="渠道"
            value={filter.channel}
            options={CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
            onChange={(channel) => set({ channel })}
          />
          <Choice
            label="申请人类别"
            value={filter.applicantKind}
            options={APPLICANT_KINDS.map((value) => ({ value, label: APPLICANT_KIND_WORDS[value] }))}
            onChange={(applicantKind) => set({ applicantKind })}
          />
          <Choice
            label="承办部门"
            value={filter.unit}
            options={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(unit) => set({ unit })}
          />
          <Choice
            label="承办人"
            value={filter.handler}
            options={people.map(([value, label]) => ({ value, label }))}
            onChange={(handler) => set({ handler })}
          />
          <Day label="收到日期自" value={filter.receivedFrom} onChange={(receivedFrom) => set({ receivedFrom })} />
          <Day label="收到日期至" value={filter.receivedTo} onChange={(receivedTo) => set({ receivedTo })} />
          <Day label="期限在此之前" value={filter.dueTo} onChange={(dueTo) => set({ dueTo })} />
        </>
      }
    >
      <Choice
        label="状态"
        value={filter.state}
        options={CASE_STATES.filter((state) => state !== "draft").map((value) => ({ value, label: STATE_WORDS[value] }))}
        onChange={(state) => set({ state })}
      />
    </ListFilters>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: ApplicationFilter["dueTo"]) => void;
}) {
  const id = `filter-${label}`;
  return (
    <div className="filter-day">
      <label htmlFor={id}>{label}</label>
      <DateInput
        control={{ id }}
        value={value ?? ""}
        onChange={(day) => onChange(day === "" ? undefined : (day as ApplicationFilter["dueTo"]))}
      />
    </div>
  );
}
