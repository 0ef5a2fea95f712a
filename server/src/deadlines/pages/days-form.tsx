import type { Problem } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { DateField, Field } from "./field.tsx";

/** A date and a number of working days. */
export function DaysForm({ asked, problems }: { asked: Asked; problems: readonly Problem[] }) {
  return (
    <form class="deadline-form" method="get" action="/deadline#result">
      <input type="hidden" name="way" value="days" />
      <DateField name="from" label="起算日" hint="如收到申请之日。当日不计，次一工作日为第1日。" value={asked.from} problems={problems} />
      <Field name="workingDays" label="工作日数" hint="例如 20、15、7。" problems={problems}>
        {(marks) => (
          <input
            type="text"
            inputMode="numeric"
            class="deadline-field__number"
            {...marks}
            value={asked.isFresh ? "20" : asked.workingDays}
            autoComplete="off"
          />
        )}
      </Field>
      <p class="deadline-form__actions">
        <button class="button" type="submit">
          计算
        </button>
      </p>
    </form>
  );
}
