import type { Problem } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { findNamedLimit, LIMIT_GROUPS, startOf } from "../named-limits.ts";
import { DateField, Field } from "./field.tsx";

/** A limit of the law by its name, and the day it runs from. */
export function LimitForm({ asked, problems }: { asked: Asked; problems: readonly Problem[] }) {
  const chosen = findNamedLimit(asked.limit);
  return (
    <form class="deadline-form" method="get" action="/deadline#result">
      <input type="hidden" name="way" value="limit" />
      <Field name="limit" label="哪一种期限" problems={problems} class="deadline-field--wide">
        {(marks) => (
          <select {...marks}>
            <option value="">请选择</option>
            {LIMIT_GROUPS.map(({ name, limits }) => (
              <optgroup label={name}>
                {limits.map(({ rule, label }) => (
                  <option value={rule.id} selected={rule.id === asked.limit}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <DateField
        name="from"
        label={chosen === undefined ? "起算日" : startOf(chosen)}
        hint={chosen === undefined ? "从哪天起算：如收到申请、收到通知、收到决定书之日；年度报告填报告年度内的任一天。" : "当日不计。"}
        value={asked.from}
        problems={problems}
      />
      <p class="deadline-form__actions">
        <button class="button" type="submit">
          计算
        </button>
      </p>
    </form>
  );
}
