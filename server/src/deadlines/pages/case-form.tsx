import { CHANNELS, EVENT_WORDS, type EventType, getOutcome, OUTCOME_CODES } from "@gongkai/statute";
import type { Problem } from "../answer.ts";
import { type Asked, CHANNEL_WORDS, type Field as RowField, MOST_ROWS, type Row, ROW_TYPES, STAGE_WORDS } from "../asked.ts";
import { CONSULTED_WORDS, detailsOf } from "../case-rows.ts";
import { DateField, Field } from "./field.tsx";

export interface CaseFormProps {
  readonly asked: Asked;
  readonly problems: readonly Problem[];
  readonly pasted: { readonly text: string; readonly problems: readonly string[] } | undefined;
}

const FEWEST_ROWS = 4;
const BLANK: Row = { type: "", date: "", until: "", days: "", with: "", id: "", outcome: "" };

/** A whole history, row by row, or a case file pasted. */
export function CaseForm({ asked, problems, pasted }: CaseFormProps) {
  const wanted = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, asked.rows.length + 1 + asked.more));
  const first = asked.isFresh ? [{ ...BLANK, type: "submitted" }] : asked.rows;
  const rows = [...first, ...Array.from({ length: Math.max(0, wanted - first.length) }, () => BLANK)];
  return (
    <>
      <form class="deadline-form deadline-form--case" method="get" action="/deadline#result">
        <input type="hidden" name="way" value="case" />
        <Field name="channel" label="申请的提交方式" hint="决定从哪天算收到。" problems={problems}>
          {(marks) => (
            <select {...marks}>
              <option value="">请选择</option>
              {CHANNELS.map((channel) => (
                <option value={channel} selected={channel === asked.channel}>
                  {CHANNEL_WORDS[channel]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DateField name="on" label="计算到哪一天" hint="不填为今天。" value={asked.on} problems={problems} />
        <fieldset class="deadline-rows">
          <legend>办理经过</legend>
          <p class="deadline-field__hint">按先后填写事项和日期，空行不计。有的事项（如延长、征求意见）计算后会出现需要补充的内容。</p>
          <ol>
            {rows.map((row, index) => (
              <CaseRow row={row} number={index + 1} problems={problems} />
            ))}
          </ol>
        </fieldset>
        <p class="deadline-form__actions">
          <button class="button" type="submit">
            计算
          </button>
          {rows.length < MOST_ROWS ? (
            <button class="button button--secondary" type="submit" name="more" value="1">
              增加几行
            </button>
          ) : null}
        </p>
      </form>
      <details class="deadline-paste" open={pasted !== undefined}>
        <summary>粘贴案件文件（JSON）</summary>
        <form method="post" action="/deadline#result">
          {pasted === undefined ? null : (
            <div class="problem" role="alert" id="result" tabIndex={-1}>
              <p>
                <strong>案件文件没有读成：</strong>
              </p>
              <ul>
                {pasted.problems.map((problem) => (
                  <li>{problem}</li>
                ))}
              </ul>
            </div>
          )}
          <p>
            <label for="field-file">案件文件的内容</label>
            <textarea id="field-file" name="file" rows={8} spellcheck={false} aria-describedby="field-file-hint">
              {pasted?.text ?? ""}
            </textarea>
          </p>
          <p class="deadline-field__hint" id="field-file-hint">
            格式与 gongkai case status 的案件文件相同；只取提交方式和办理经过，机关、编号等不进入网址。
          </p>
          <button class="button button--secondary" type="submit">
            读入
          </button>
        </form>
      </details>
    </>
  );
}

function CaseRow({ row, number, problems }: { row: Row; number: number; problems: readonly Problem[] }) {
  const name = (field: RowField): string => `${field}.${number}`;
  const details = detailsOf(row.type);
  return (
    <li class="deadline-row">
      <Field name={name("type")} label={`第${number}行事项`} problems={problems}>
        {(marks) => (
          <select {...marks}>
            <option value="">（空）</option>
            {ROW_TYPES.map((type) => (
              <option value={type} selected={type === row.type}>
                {
                  type in STAGE_WORDS
                    ? STAGE_WORDS[type as keyof typeof STAGE_WORDS]
                    : EVENT_WORDS[type as EventType] /* one or the other */
                }
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateField name={name("date")} label={`第${number}行日期`} value={row.date} problems={problems} />
      {details.map(({ field, label, isNeeded }) => (
        <Detail row={row} field={field} name={name(field)} label={isNeeded ? label : `${label}（可不填）`} problems={problems} />
      ))}
    </li>
  );
}

interface DetailProps {
  readonly row: Row;
  readonly field: RowField;
  readonly name: string;
  readonly label: string;
  readonly problems: readonly Problem[];
}

function Detail({ row, field, name, label, problems }: DetailProps) {
  if (field === "until") return <DateField name={name} label={label} value={row.until} problems={problems} />;
  if (field === "with" || field === "outcome") {
    const options =
      field === "with"
        ? Object.entries(CONSULTED_WORDS)
        : OUTCOME_CODES.map((code): [string, string] => [code, `${getOutcome(code).label}（${getOutcome(code).letter}）`]);
    return (
      <Field name={name} label={label} problems={problems} class={field === "outcome" ? "deadline-field--wide" : ""}>
        {(marks) => (
          <select {...marks}>
            <option value="">请选择</option>
            {options.map(([value, word]) => (
              <option value={value} selected={value === row[field]}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  }
  return (
    <Field name={name} label={label} problems={problems}>
      {(marks) => <input type="text" inputMode="numeric" class="deadline-field__number" {...marks} value={row[field]} autoComplete="off" />}
    </Field>
  );
}
