import { ATTRIBUTES, type Catalogue, GENRES, type ItemPage, NORMATIVES, VALIDITIES } from "@gongkai/server/contract";
import { officialCalendar, plainDate } from "@gongkai/statute";
import { useState } from "react";
import { today as askToday, sayInstant } from "../../../lib/browser-clock.ts";
import { publicationClock } from "../urgency.ts";
import { ClockMark } from "./ClockMark.tsx";

/** State, limit and attribute, large; the other metadata of the item below. */
export function ItemHead({ page: { item, mark }, catalogue }: { readonly page: ItemPage; readonly catalogue: Catalogue }) {
  const [calendar] = useState(officialCalendar);
  const [today] = useState(() => plainDate(askToday()));
  const entry = catalogue.entries.find(({ id }) => id === item.entry);
  return (
    <div className="item-head">
      <div>
        状态<strong>{item.stateWords}</strong>
        {item.scheduledAt === null ? null : <small>定于 {sayInstant(item.scheduledAt).slice(0, 16)} 发布</small>}
        {item.validity === null ? null : <small>效力：{VALIDITIES[item.validity]}</small>}
      </div>
      <div>
        公开期限<strong>{item.dueOn === null ? "" : item.dueOn}</strong>
        <ClockMark clock={publicationClock(item, today, calendar)} />
        {item.dueLimit === null ? null : <small>{item.dueLimit}</small>}
      </div>
      <div>
        公开属性<strong>{item.attribute === null ? "未认定" : ATTRIBUTES[item.attribute]}</strong>
        {mark === null || mark.reason === "" ? null : <small>理由：{mark.reason}</small>}
        {item.reviewAgainOn === null ? null : <small>{item.reviewAgainOn} 重新审查</small>}
      </div>
      <div>
        目录条目
        <strong className="entry-name">
          {entry === undefined ? "" : entry.subItem === "" ? entry.name : `${entry.name}：${entry.subItem}`}
        </strong>
        {entry === undefined ? null : <small>{entry.limitWords}</small>}
      </div>
      <div>
        文件
        <strong className="entry-name">
          {GENRES[item.genre]}　{item.documentNumber ?? "无文号"}
        </strong>
        <small>{item.formedOn} 成文</small>
        {item.normative === null ? null : <small>{NORMATIVES[item.normative]}</small>}
      </div>
    </div>
  );
}
