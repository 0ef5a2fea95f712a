import { CalendarContent, type CalendarPreview, type CalendarYearEntry } from "@gongkai/server/contract";
import { Button, Input } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { CALENDAR_KEY, previewYear, setYear } from "../api/calendar.ts";
import { DayTables } from "./DayTables.tsx";
import { JsonDialog } from "./JsonDialog.tsx";
import { PreviewDialog } from "./PreviewDialog.tsx";
import { contentOf, draftOf, type YearDraft } from "./year-draft.ts";

const LABELS = {
  "notices.0.title": "通知标题",
  "notices.0.number": "文号",
  "notices.0.publishedOn": "发布日期",
  holidays: "放假日期",
  workDays: "调休上班日期",
};

const Filled = CalendarContent.refine(({ holidays }) => Object.keys(holidays).length > 0, { path: ["holidays"] });

interface YearEditorProps {
  readonly year: number;
  readonly known: CalendarYearEntry | undefined;
  readonly onSaved: () => void;
}

/** A year's days, by table or JSON; before it is saved it shows which limits would move. */
export function YearEditor({ year, known, onSaved }: YearEditorProps) {
  const http = useHttp();
  const [preview, setPreview] = useState<{ readonly content: CalendarContent; readonly effect: CalendarPreview }>();
  const [byJson, setByJson] = useState(false);
  const save = useCommand({
    run: (_http, content: CalendarContent, key) => setYear(http, year, { content, version: known?.version ?? 0 }, key),
    changes: [CALENDAR_KEY, ["today"]],
    done: onSaved,
  });
  const entry = useEntry({
    schema: Filled,
    initial: draftOf(year, known?.content),
    labels: LABELS,
    hints: { holidays: "请至少填写一个放假日期。", "notices.0.publishedOn": "请填写通知的发布日期。" },
    toSend: (draft) => contentOf(year, draft, known?.content),
    send: async (content) => setPreview({ content, effect: await previewYear(http, year, { content }) }),
  });
  const { values, change } = entry;
  const line = (key: "title" | "number") => (
    <Field entry={entry} name={`notices.0.${key}`} required={key === "title"}>
      {(control) => <Input {...control} value={values[key]} onChange={({ target }) => change({ [key]: target.value })} />}
    </Field>
  );
  return (
    <>
      <EntryForm entry={entry} submitLabel="查看影响并保存" wide>
        <p>
          <Button onClick={() => setByJson(true)}>从 JSON 导入</Button>
        </p>
        {line("title")}
        {line("number")}
        <Field entry={entry} name="notices.0.publishedOn" required>
          {(control) => <DateInput control={control} value={values.publishedOn} onChange={(publishedOn) => change({ publishedOn })} />}
        </Field>
        <DayTables draft={values} errors={entry.errors} onChange={change} />
      </EntryForm>
      {byJson ? (
        <JsonDialog
          onClose={() => setByJson(false)}
          onRead={(content) => {
            change(draftOf(year, content) satisfies YearDraft);
            setByJson(false);
          }}
        />
      ) : null}
      {preview === undefined ? null : (
        <PreviewDialog
          year={year}
          effect={preview.effect}
          fault={save.error}
          isSending={save.isPending}
          onConfirm={() => save.mutate(preview.content)}
          onClose={() => setPreview(undefined)}
        />
      )}
    </>
  );
}
