import { useQuery } from "@tanstack/react-query";
import { useHttp } from "../../../lib/api.tsx";
import type { ControlProps } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { peopleQuery } from "../api/people.ts";

interface PersonChoiceProps {
  readonly agency: string;
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly except?: string;
}

/** One of the organ's people who may sign in. */
export function PersonChoice({ agency, control, value, onChange, except }: PersonChoiceProps) {
  const { data, isPending } = useQuery(peopleQuery(useHttp(), agency));
  const people = (data?.people ?? []).filter(({ id, disabledAt }) => disabledAt === null && id !== except);
  return (
    <Select
      {...control}
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      loading={isPending}
      placeholder="选择人员"
      notFoundContent="没有可选的人员，请先在“人员”中添加"
      value={value === "" ? null : value}
      onChange={(id: string | undefined) => onChange(id ?? "")}
      options={people.map(({ id, name, signInName }) => ({ value: id, label: `${name}（${signInName}）` }))}
    />
  );
}
