import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import type { ControlProps } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { itemsQuery } from "../api/items.ts";

interface ItemChooserProps {
  readonly agency: string;
  readonly control: ControlProps;
  /** The item that is not to be chosen. */
  readonly except: string;
  readonly value: string;
  readonly onChange: (item: string) => void;
}

/** Another item of the organ, found by its name or number. */
export function ItemChooser({ agency, control, except, value, onChange }: ItemChooserProps) {
  const [text, setText] = useState("");
  const found = useQuery(itemsQuery(useHttp(), agency, { ...(text === "" ? {} : { text }), pageSize: 20 }));
  const items = (found.data?.items ?? []).filter(({ id, state }) => id !== except && state !== "discarded");
  return (
    <Select
      {...control}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="输入名称或者文号查找"
      value={value === "" ? null : value}
      onChange={onChange}
      notFoundContent={found.isFetching ? "正在查找…" : "没有找到"}
      options={items.map(({ id, title, documentNumber }) => ({
        value: id,
        label: documentNumber === null ? title : `${title}（${documentNumber}）`,
      }))}
    />
  );
}
