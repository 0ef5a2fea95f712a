import type { Catalogue } from "@gongkai/server/contract";
import { officialCalendar, type PublicationKind } from "@gongkai/statute";
import { useState } from "react";
import type { ControlProps } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { lastDayFor, sayLimit } from "../entry-limit.ts";

interface EntryChooserProps {
  readonly control: ControlProps;
  readonly catalogue: Catalogue;
  readonly value: string;
  readonly formedOn: string;
  readonly kind: PublicationKind;
  readonly onChange: (entry: string) => void;
}

/** The catalogue's entry under its statutory heading, with its limit and what day that makes. */
export function EntryChooser({ control, catalogue, value, formedOn, kind, onChange }: EntryChooserProps) {
  const [calendar] = useState(officialCalendar);
  const open = catalogue.entries.filter(({ closedOn, way, id }) => (closedOn === null && way === "proactive") || id === value);
  const groups = catalogue.nodes
    .map(({ id, label }) => ({
      label,
      options: open
        .filter(({ statutory }) => statutory === id)
        .map((entry) => ({ value: entry.id, label: `${nameOf(entry)}（${sayLimit(entry)}）` })),
    }))
    .filter(({ options }) => options.length > 0);
  const chosen = catalogue.entries.find(({ id }) => id === value);
  const last = chosen === undefined ? undefined : lastDayFor(chosen, formedOn, kind, calendar);
  return (
    <>
      <Select
        {...control}
        showSearch={{ optionFilterProp: "label" }}
        placeholder="输入几个字查找条目"
        value={value === "" ? null : value}
        onChange={(entry) => onChange(entry ?? "")}
        options={groups}
        notFoundContent="没有这样的条目。目录由公开工作机构负责人在“公开目录”中增加。"
      />
      {chosen === undefined ? null : (
        <div className="outlook-note" role="status">
          {last === undefined ? (
            <p>填写成文日期后，这里显示公开的最后一天。</p>
          ) : (
            <p>
              最迟 <strong>{last.on}</strong> 公开（{last.cites}，自 {formedOn} 次日起算
              {last.isProvisional ? "；暂定，所跨年份的放假安排尚未公布" : ""}）。
              {last.hardStopOn === last.on ? "" : `法定最后期限 ${last.hardStopOn}。`}
            </p>
          )}
          {chosen.content === "" ? null : <p>应当公开的要素：{chosen.content}</p>}
        </div>
      )}
    </>
  );
}

function nameOf({ name, subItem }: Catalogue["entries"][number]): string {
  return subItem === "" ? name : `${name}：${subItem}`;
}
