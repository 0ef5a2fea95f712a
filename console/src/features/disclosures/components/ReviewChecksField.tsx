import { ANSWER_WORDS, type ItemPage } from "@gongkai/server/contract";
import { Radio } from "antd";
import { optionsOf } from "../words.ts";

type Answer = keyof typeof ANSWER_WORDS;
export type Checks = Readonly<Record<string, Answer>>;

interface ReviewChecksFieldProps {
  readonly form: ItemPage["review"]["form"];
  readonly checks: Checks;
  readonly onChange: (checks: Checks) => void;
}

/** The questions of the 保密审查表. 是 means there is something that stands in the way. */
export function ReviewChecksField({ form, checks, onChange }: ReviewChecksFieldProps) {
  const isPresent = form.some(({ id }) => checks[id] === "present");
  return (
    <>
      <ul className="plain check-list">
        {form.map(({ id, label }) => (
          <li key={id}>
            <span id={`check-${id}`}>{label}</span>
            <Radio.Group
              aria-labelledby={`check-${id}`}
              options={optionsOf(ANSWER_WORDS)}
              value={checks[id]}
              onChange={({ target }) => onChange({ ...checks, [id]: target.value as Answer })} // one of the options
            />
          </li>
        ))}
      </ul>
      {isPresent ? (
        <p className="notice" role="status">
          有一项答“是”，不能同意公开：请退回修改（删去该内容），或者改变公开属性。
        </p>
      ) : null}
    </>
  );
}
