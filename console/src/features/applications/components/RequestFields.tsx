import { CARRIER_WORDS, CARRIERS, DELIVERIES, DELIVERY_WORDS } from "@gongkai/server/contract";
import { Input } from "antd";
import type { ReactNode } from "react";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { type FieldsProps, type TextField, TextInput } from "./RegistrationInputs.tsx";

/** What is asked for and how (Art. 29(2)2–3). */
export function RequestFields({
  entry,
  values,
  onChange,
  hint,
  onTitleDone,
}: FieldsProps & { readonly hint: ReactNode; readonly onTitleDone: () => void }) {
  const text = (name: TextField) => <TextInput name={name} entry={entry} values={values} onChange={onChange} />;
  return (
    <fieldset className="rows">
      <legend>所需信息</legend>
      <Field entry={entry} name="request.title" required>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={values["request.title"]}
            onBlur={onTitleDone}
            onChange={({ target }) => onChange({ "request.title": target.value })}
          />
        )}
      </Field>
      {hint}
      <Field entry={entry} name="request.description">
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            value={values["request.description"]}
            onChange={({ target }) => onChange({ "request.description": target.value })}
          />
        )}
      </Field>
      <div className="form-grid">
        {text("request.documentNumber")}
        {text("request.period")}
        <Field entry={entry} name="request.carrier" required>
          {(control) => (
            <Select
              {...control}
              value={values["request.carrier"]}
              onChange={(carrier) => onChange({ "request.carrier": carrier })}
              options={CARRIERS.map((value) => ({ value, label: CARRIER_WORDS[value] }))}
            />
          )}
        </Field>
        <Field entry={entry} name="request.delivery" required>
          {(control) => (
            <Select
              {...control}
              value={values["request.delivery"]}
              onChange={(delivery) => onChange({ "request.delivery": delivery })}
              options={DELIVERIES.map((value) => ({ value, label: DELIVERY_WORDS[value] }))}
            />
          )}
        </Field>
      </div>
      <details>
        <summary>阅读困难或者视听障碍</summary>
        {text("request.help")}
      </details>
    </fieldset>
  );
}
