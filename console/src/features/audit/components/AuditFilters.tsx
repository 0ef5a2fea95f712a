import { Button } from "antd";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Select } from "../../../ui/Select.tsx";

/** As they stand in the address. */
export interface Filters {
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Kinds of streams people look for. */
const STREAMS = [
  { value: "access", label: "登录与访问" },
  { value: "person", label: "人员账号" },
  { value: "post", label: "岗位" },
  { value: "agency", label: "机关" },
  { value: "unit", label: "内设机构" },
  { value: "calendar", label: "放假安排" },
  { value: "application", label: "依申请公开" },
  { value: "remedy", label: "复议诉讼" },
  { value: "item", label: "主动公开" },
  { value: "ownRecord", label: "更正本人信息" },
  { value: "registerImport", label: "台账导入" },
];

interface AuditFiltersProps {
  readonly query: Filters;
  readonly onChange: (change: Filters) => void;
}

export function AuditFilters({ query, onChange }: AuditFiltersProps) {
  const isFiltered = Object.values(query).some((value) => value !== undefined);
  return (
    <div className="filters">
      <Select
        allowClear
        aria-label="按事项种类筛选"
        placeholder="全部种类"
        value={query.stream ?? null}
        onChange={(stream: string | undefined) => onChange({ stream })}
        options={STREAMS}
        popupMatchSelectWidth={false}
      />
      <label htmlFor="audit-from">从</label>
      <DateInput
        control={{ id: "audit-from" }}
        value={query.from ?? ""}
        onChange={(from) => onChange({ from: from === "" ? undefined : from })}
      />
      <label htmlFor="audit-until">到</label>
      <DateInput
        control={{ id: "audit-until" }}
        value={query.until ?? ""}
        onChange={(until) => onChange({ until: until === "" ? undefined : until })}
      />
      {isFiltered ? (
        <Button
          type="link"
          onClick={() => onChange({ stream: undefined, type: undefined, person: undefined, from: undefined, until: undefined })}
        >
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}
