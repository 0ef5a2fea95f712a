import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { Select } from "../../../ui/Select.tsx";
import { handlersQuery, unitsQuery } from "../api/choices.ts";

interface Assignee {
  readonly unitId: string;
  readonly handlerId: string;
}

interface AssigneeFieldsProps {
  readonly agency: string;
  readonly value: Assignee;
  readonly onChange: (assignee: Assignee) => void;
}

/** To which division or handler a case goes. Choosing a handler proposes the division of the post. */
export function AssigneeFields({ agency, value, onChange }: AssigneeFieldsProps) {
  const http = useHttp();
  const id = useId();
  const units = (useQuery(unitsQuery(http, agency)).data?.units ?? []).filter(({ closedOn }) => closedOn === null);
  const posts = useQuery(handlersQuery(http, agency)).data?.posts ?? [];
  const people = [...new Map(posts.map((post) => [post.holder.id, post])).values()];
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-handler`}>承办人</label>
        <Select
          id={`${id}-handler`}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder="选择承办人"
          notFoundContent="本机关还没有承办人岗位，请管理员先设岗"
          value={value.handlerId === "" ? null : value.handlerId}
          onChange={(handlerId: string | undefined) => {
            const unit = people.find(({ holder }) => holder.id === handlerId)?.unit?.id;
            onChange({ handlerId: handlerId ?? "", unitId: unit ?? value.unitId });
          }}
          options={people.map(({ holder, unit }) => ({
            value: holder.id,
            label: unit === null ? holder.name : `${holder.name}（${unit.name}）`,
          }))}
        />
      </div>
      {units.length === 0 ? null : (
        <div className="field">
          <label htmlFor={`${id}-unit`}>
            承办部门<span className="field-optional">（选填）</span>
          </label>
          <Select
            id={`${id}-unit`}
            allowClear
            placeholder="选择承办部门"
            value={value.unitId === "" ? null : value.unitId}
            onChange={(unitId: string | undefined) => onChange({ ...value, unitId: unitId ?? "" })}
            options={units.map(({ id: unit, name }) => ({ value: unit, label: name }))}
          />
        </div>
      )}
    </>
  );
}
