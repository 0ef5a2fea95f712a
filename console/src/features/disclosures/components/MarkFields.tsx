import { ATTRIBUTES } from "@gongkai/server/contract";
import { Radio } from "antd";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { mustBeReviewedAgain } from "../draft-form.ts";
import { ATTRIBUTE_HELP, optionsOf } from "../words.ts";
import type { FieldsProps } from "./form-props.ts";
import { DayField, TextField } from "./TextField.tsx";

/** 公开属性源头认定: marked while drafting, with reasons for all but the first. */
export function MarkFields(fields: FieldsProps) {
  const { entry, values, onChange } = fields;
  const attribute = values["mark.attribute"];
  return (
    <fieldset className="rows">
      <legend>公开属性（源头认定）</legend>
      <Field entry={entry} name="mark.attribute" required>
        {({ id, status: _status, ...control }) => (
          <Radio.Group
            {...control}
            className="choices"
            value={attribute}
            onChange={({ target }) => onChange({ "mark.attribute": String(target.value) })}
          >
            {optionsOf(ATTRIBUTES).map(({ value, label }, index) => (
              <Radio key={value} value={value} {...(index === 0 ? { id } : {})}>
                {label}
                <small>{ATTRIBUTE_HELP[value]}</small>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      {attribute === "" || attribute === "proactive" ? null : (
        <>
          <TextField {...fields} name="mark.reason" required rows={2} help="主动公开以外的属性必须说明理由，写到别人能看懂为什么。" />
          <div className="item-grid">
            <TextField {...fields} name="mark.basis" help="如《条例》第十五条、第十六条第二款" />
            {mustBeReviewedAgain(attribute) ? (
              <DayField {...fields} name="mark.reviewAgainOn" required help="到这一天提醒重新审查能否公开（条例第十八条）" />
            ) : null}
          </div>
        </>
      )}
      <details {...(values["mark.inheritedFrom.organ"] === "" ? {} : { open: true })}>
        <summary>这是转发或者联合发文</summary>
        <p className="field-help">转发的文件与原文的公开属性一致，不能比原文公开得更多；联合发文由牵头机关认定。</p>
        <div className="item-grid">
          <TextField {...fields} name="mark.inheritedFrom.organ" />
          <TextField {...fields} name="mark.inheritedFrom.documentNumber" />
          <Field entry={entry} name="mark.inheritedFrom.attribute">
            {(control) => (
              <Select
                {...control}
                allowClear
                placeholder="选择"
                value={values["mark.inheritedFrom.attribute"] === "" ? null : values["mark.inheritedFrom.attribute"]}
                onChange={(chosen) => onChange({ "mark.inheritedFrom.attribute": chosen ?? "" })}
                options={optionsOf(ATTRIBUTES)}
              />
            )}
          </Field>
        </div>
      </details>
    </fieldset>
  );
}
