import { Button, Input } from "antd";
import type { EntryErrors } from "../../../lib/explain-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import type { YearDraft } from "./year-draft.ts";

interface DayTablesProps {
  readonly draft: YearDraft;
  readonly errors: EntryErrors;
  readonly onChange: (changes: Partial<YearDraft>) => void;
}

/** The days off and the worked weekends, a row each. */
export function DayTables({ draft: { holidays, workDays }, errors, onChange }: DayTablesProps) {
  const setHoliday = (index: number, change: object) =>
    onChange({ holidays: holidays.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  const setWorkDay = (index: number, change: object) =>
    onChange({ workDays: workDays.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  return (
    <>
      <fieldset className="rows">
        <legend>放假日期</legend>
        <p className="field-help">含当日；只放一天的，不填“到”。没有日期的行不会保存。</p>
        {errors["holidays"] === undefined ? null : <p className="field-error">{errors["holidays"]}</p>}
        {holidays.map(({ name, from, until }, index) => (
          // oxlint-disable-next-line no-array-index-key -- rows have nothing else to be known by, and are only added at the end or taken away
          <div className="row" key={index}>
            <Input
              aria-label={`第 ${index + 1} 行节日名称`}
              value={name}
              onChange={({ target }) => setHoliday(index, { name: target.value })}
            />
            <DateInput
              control={labelled(`holiday-from-${index}`, `${name}从`)}
              value={from}
              onChange={(date) => setHoliday(index, { from: date })}
            />
            <DateInput
              control={labelled(`holiday-until-${index}`, `${name}到`)}
              value={until}
              onChange={(date) => setHoliday(index, { until: date })}
            />
            <Button aria-label={`删除第 ${index + 1} 行：${name}`} onClick={() => onChange({ holidays: holidays.toSpliced(index, 1) })}>
              删除
            </Button>
          </div>
        ))}
        <Button onClick={() => onChange({ holidays: [...holidays, { name: "", from: "", until: "" }] })}>添加一行</Button>
      </fieldset>
      <fieldset className="rows">
        <legend>调休上班日期</legend>
        {workDays.map(({ date, name }, index) => (
          // oxlint-disable-next-line no-array-index-key -- as above
          <div className="row" key={index}>
            <DateInput
              control={labelled(`work-${index}`, `第 ${index + 1} 行上班日期`)}
              value={date}
              onChange={(next) => setWorkDay(index, { date: next })}
            />
            <Input
              aria-label={`第 ${index + 1} 行所调休的节日`}
              placeholder="所调休的节日"
              value={name}
              onChange={({ target }) => setWorkDay(index, { name: target.value })}
            />
            <Button aria-label={`删除上班日期第 ${index + 1} 行`} onClick={() => onChange({ workDays: workDays.toSpliced(index, 1) })}>
              删除
            </Button>
          </div>
        ))}
        <Button onClick={() => onChange({ workDays: [...workDays, { date: "", name: "" }] })}>添加一行</Button>
      </fieldset>
    </>
  );
}

function labelled(id: string, words: string) {
  return { id, "aria-label": words };
}
