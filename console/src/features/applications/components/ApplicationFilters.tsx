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
import { Button, Input } from "antd";
import { useHttp } from "../../../lib/api.tsx";
import { DateInput } from "../../../ui/DateInput.tsx";
import { handlersQuery, unitsQuery } from "../api/choices.ts";
import { type ApplicationFilter, narrows, NOTHING_CHOSEN } from "../list-filter.ts";

import { Choice } from "../../../ui/Choice.tsx";

interface FiltersProps {
  readonly agency: string;
  readonly filter: ApplicationFilter;
  readonly onChange: (change: Partial<ApplicationFilter>) => void;
}

const DETAILED = ["outcome", "channel", "applicantKind", "unit", "handler", "receivedFrom", "receivedTo", "dueTo"] as const;

/** Search and filters; those seldom wanted are folded away until one is set. */
export function ApplicationFilters({ agency, filter, onChange }: FiltersProps) {
  const http = useHttp();
  const units = useQuery(unitsQuery(http, agency));
  const handlers = useQuery(handlersQuery(http, agency));
  const isDetailed = DETAILED.some((name) => filter[name] !== undefined);
  const people = [...new Map((handlers.data?.posts ?? []).map(({ holder }) => [holder.id, holder.name]))];
  return (
    <div className="case-filters">
      <div className="filters">
        <Input.Search
          key={filter.q ?? ""}
          allowClear
          aria-label="检索编号、摘要、所需信息"
          placeholder="编号、摘要、所需信息"
          defaultValue={filter.q ?? ""}
          onSearch={(q) => onChange({ q: q.trim(), page: undefined })}
          enterButton="检索"
        />
        <Choice
          label="状态"
          value={filter.state}
          options={CASE_STATES.filter((state) => state !== "draft").map((value) => ({ value, label: STATE_WORDS[value] }))}
          onChange={(state) => onChange({ state, page: undefined })}
        />
        {Object.keys(narrows(filter)).length === 0 ? null : <Button onClick={() => onChange(NOTHING_CHOSEN)}>清除筛选</Button>}
      </div>
      <details {...(isDetailed ? { open: true } : {})}>
        <summary>更多筛选</summary>
        <div className="filter-grid">
          <Choice
            label="答复类型"
            value={filter.outcome}
            options={OUTCOME_CODES.map((value) => ({ value, label: getOutcome(value).label }))}
            onChange={(outcome) => onChange({ outcome, page: undefined })}
          />
          <Choice
            label="渠道"
            value={filter.channel}
            options={CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
            onChange={(channel) => onChange({ channel, page: undefined })}
          />
          <Choice
            label="申请人类别"
            value={filter.applicantKind}
            options={APPLICANT_KINDS.map((value) => ({ value, label: APPLICANT_KIND_WORDS[value] }))}
            onChange={(applicantKind) => onChange({ applicantKind, page: undefined })}
          />
          <Choice
            label="承办部门"
            value={filter.unit}
            options={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(unit) => onChange({ unit, page: undefined })}
          />
          <Choice
            label="承办人"
            value={filter.handler}
            options={people.map(([value, label]) => ({ value, label }))}
            onChange={(handler) => onChange({ handler, page: undefined })}
          />
          <Day label="收到日期自" value={filter.receivedFrom} onChange={(receivedFrom) => onChange({ receivedFrom, page: undefined })} />
          <Day label="收到日期至" value={filter.receivedTo} onChange={(receivedTo) => onChange({ receivedTo, page: undefined })} />
          <Day label="期限在此之前" value={filter.dueTo} onChange={(dueTo) => onChange({ dueTo, page: undefined })} />
        </div>
      </details>
    </div>
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
