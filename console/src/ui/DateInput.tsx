import { DatePicker } from "antd";
import dayjs from "dayjs";
import type { ControlProps } from "./Field.tsx";

interface DateInputProps {
  readonly control: ControlProps;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (date: string) => void;
}

/** A date, typed or picked; dates stay texts, so no time zone can move them. */
export function DateInput({ control, value, onChange }: DateInputProps) {
  return (
    <DatePicker
      {...control}
      className="date-input"
      format={["YYYY-MM-DD", "YYYYMMDD", "YYYY/M/D", "YYYY.M.D"]}
      placeholder="如 2026-03-02"
      value={value === "" ? null : dayjs(value)}
      // Enter takes the date that was typed; it must not send the form as well.
      onKeyDown={(event) => {
        if (event.key === "Enter") event.preventDefault();
      }}
      onChange={(date) => onChange(date?.format("YYYY-MM-DD") ?? "")}
    />
  );
}
