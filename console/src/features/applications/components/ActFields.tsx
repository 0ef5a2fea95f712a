import type { ApplicationPage } from "@gongkai/server/contract";
import { DELIVERIES, DELIVERY_WORDS } from "@gongkai/server/contract";
import type { ActName } from "@gongkai/statute";
import { Checkbox, Input } from "antd";
import type { ReactNode } from "react";
import type { EntryState } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { type ControlProps, Field } from "../../../ui/Field.tsx";
import { ACT_FIELDS, type ActField, type ActValues } from "../act-form.ts";
import { HandlerPick, OneOf, UnitPick } from "./ActChoices.tsx";
import { nameConsultation, POSITION_WORDS } from "./Consultations.tsx";

interface ActFieldsProps {
  readonly agency: string;
  readonly act: ActName;
  readonly page: ApplicationPage;
  readonly entry: EntryState;
  readonly values: ActValues;
  readonly onChange: (change: Partial<ActValues>) => void;
}

/** The fields an act asks for, each with the control that suits it. */
export function ActFields({ agency, act, page, entry, values, onChange }: ActFieldsProps) {
  return (ACT_FIELDS[act] ?? []).map(({ name, required, help }) => (
    <Field key={name} entry={entry} name={name} {...(required === true ? { required } : {})} {...(help === undefined ? {} : { help })}>
      {(control) => controlFor({ agency, name, page, control, values, onChange })}
    </Field>
  ));
}

interface ControlOf extends Omit<ActFieldsProps, "act" | "entry"> {
  readonly name: ActField;
  readonly control: ControlProps;
}

function controlFor({ agency, name, page, control, values, onChange }: ControlOf): ReactNode {
  switch (name) {
    case "on":
    case "correctBy":
    case "receivedOn":
      return <DateInput control={control} value={values[name]} onChange={(day) => onChange({ [name]: day })} />;
    case "reason":
      return <Input.TextArea {...control} rows={3} value={values.reason} onChange={({ target }) => onChange({ reason: target.value })} />;
    case "consulted":
    case "receiptNumber":
    case "proof":
      return <Input {...control} value={values[name]} onChange={({ target }) => onChange({ [name]: target.value })} />;
    case "days":
    case "amount":
      return (
        <Input
          {...control}
          inputMode="decimal"
          className="short-input"
          value={values[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      );
    case "isSealed":
      return (
        <Checkbox {...control} checked={values.isSealed} onChange={({ target }) => onChange({ isSealed: target.checked })}>
          已加盖印章
        </Checkbox>
      );
    case "consultation":
      return (
        <OneOf
          control={control}
          value={values.consultation}
          onChange={(consultation) => onChange({ consultation })}
          options={page.consultations
            .filter(({ endedOn }) => endedOn === null)
            .map((one) => ({ value: one.id, label: nameConsultation(one) }))}
        />
      );
    case "position":
      return (
        <OneOf
          control={control}
          value={values.position}
          onChange={(position) => onChange({ position })}
          options={toOptions(POSITION_WORDS)}
        />
      );
    case "deliveryWay":
      return (
        <OneOf
          control={control}
          value={values.deliveryWay}
          onChange={(deliveryWay) => onChange({ deliveryWay })}
          options={DELIVERIES.map((value) => ({ value, label: DELIVERY_WORDS[value] }))}
        />
      );
    case "handlerId":
      return <HandlerPick agency={agency} control={control} values={values} onChange={onChange} />;
    case "unitId":
    case "cooperatingUnitIds":
      return <UnitPick agency={agency} name={name} control={control} values={values} onChange={onChange} />;
  }
}

const toOptions = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
