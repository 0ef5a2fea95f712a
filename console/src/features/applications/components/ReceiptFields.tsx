import { CHANNEL_WORDS, CHANNELS } from "@gongkai/statute";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Field } from "../../../ui/Field.tsx";
import { isAsked } from "../registration.ts";

import { type FieldsProps, Radios } from "./RegistrationInputs.tsx";

/** How and when it came. */
export function ReceiptFields({ entry, values, onChange }: FieldsProps) {
  return (
    <fieldset className="rows">
      <legend>收到</legend>
      <Field entry={entry} name="channel" required>
        {(control) => (
          <Radios
            control={control}
            value={values.channel}
            options={CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
            onChange={(channel) => onChange({ channel })}
          />
        )}
      </Field>
      <div className="form-grid">
        <Field entry={entry} name="submittedOn" required>
          {(control) => <DateInput control={control} value={values.submittedOn} onChange={(submittedOn) => onChange({ submittedOn })} />}
        </Field>
        {isAsked("confirmedOn", values) ? (
          <Field entry={entry} name="confirmedOn" help="自确认次日起计算期限；还没有确认的不填，以后在案件页面确认">
            {(control) => <DateInput control={control} value={values.confirmedOn} onChange={(confirmedOn) => onChange({ confirmedOn })} />}
          </Field>
        ) : null}
      </div>
    </fieldset>
  );
}
