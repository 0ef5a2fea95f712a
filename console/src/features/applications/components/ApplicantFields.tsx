import { ID_TYPE_WORDS, ID_TYPES } from "@gongkai/server/contract";
import { APPLICANT_KIND_WORDS, APPLICANT_KINDS } from "@gongkai/statute";
import { Input } from "antd";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { hintForCreditCode, hintForResidentId } from "../check-identity.ts";
import { isAsked } from "../registration.ts";

import { type FieldsProps, Radios, type TextField, TextInput } from "./RegistrationInputs.tsx";

/** Who applies (Art. 29(2)1). */
export function ApplicantFields({
  entry,
  values,
  onChange,
  nameRef,
}: FieldsProps & { readonly nameRef: (input: HTMLInputElement | null) => void }) {
  const hint = isAsked("applicant.creditCode", values)
    ? hintForCreditCode(values["applicant.creditCode"])
    : values["applicant.idType"] === "residentId"
      ? hintForResidentId(values["applicant.idNumber"])
      : undefined;
  const text = (name: TextField, required = false) => (
    <TextInput name={name} required={required} entry={entry} values={values} onChange={onChange} />
  );
  return (
    <fieldset className="rows">
      <legend>申请人</legend>
      <Field entry={entry} name="applicant.kind" required>
        {(control) => (
          <Radios
            control={control}
            value={values["applicant.kind"]}
            options={APPLICANT_KINDS.map((value) => ({ value, label: APPLICANT_KIND_WORDS[value] }))}
            onChange={(kind) => onChange({ "applicant.kind": kind })}
          />
        )}
      </Field>
      <div className="form-grid">
        <Field entry={entry} name="applicant.name" required>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              ref={(input) => nameRef(input?.input ?? null)}
              value={values["applicant.name"]}
              onChange={({ target }) => onChange({ "applicant.name": target.value })}
            />
          )}
        </Field>
        {isAsked("applicant.idNumber", values) ? (
          <>
            <Field entry={entry} name="applicant.idType" required>
              {(control) => (
                <Select
                  {...control}
                  value={values["applicant.idType"]}
                  onChange={(idType) => onChange({ "applicant.idType": idType })}
                  options={ID_TYPES.map((value) => ({ value, label: ID_TYPE_WORDS[value] }))}
                />
              )}
            </Field>
            {text("applicant.idNumber", true)}
          </>
        ) : (
          <>
            {text("applicant.creditCode", true)}
            {text("applicant.representative")}
          </>
        )}
      </div>
      <p role="status" className={hint === undefined ? "visually-hidden" : "hint"}>
        {hint === undefined ? "" : `提示：${hint}不影响登记。`}
      </p>
      <div className="form-grid">
        {text("applicant.telephone")}
        {text("applicant.address")}
        {text("applicant.postcode")}
        {text("applicant.email")}
      </div>
      <p className="field-help">电话、地址、电子邮箱至少填写一种。</p>
      <details>
        <summary>由代理人提出</summary>
        <div className="form-grid">
          {text("applicant.agent.name")}
          {text("applicant.agent.idNumber")}
        </div>
      </details>
    </fieldset>
  );
}
