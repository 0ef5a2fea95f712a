import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import type { ControlProps } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { applicationChoicesQuery } from "../api/remedies.ts";

interface ApplicationPickProps {
  readonly agency: string;
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (application: string) => void;
}

/** An answered application, found by its number or title. */
export function ApplicationPick({ agency, control, value, onChange }: ApplicationPickProps) {
  const [q, setQ] = useState("");
  const { data, isFetching } = useQuery(applicationChoicesQuery(useHttp(), agency, q));
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={isFetching}
      placeholder="输入编号或者名称查找"
      notFoundContent="没有找到已经答复的申请"
      value={value === "" ? null : value}
      onChange={(chosen: string | undefined) => onChange(chosen ?? "")}
      options={(data?.applications ?? []).map(({ id, number, summary }) => ({ value: id, label: `${number ?? ""} ${summary}` }))}
    />
  );
}
