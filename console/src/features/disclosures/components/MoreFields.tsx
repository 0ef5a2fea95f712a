import { EXPIRES_AS, NORMATIVES } from "@gongkai/server/contract";
import { Radio } from "antd";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { optionsOf } from "../words.ts";
import type { FieldsProps } from "./form-props.ts";
import { DayField, TextField } from "./TextField.tsx";

/** Metadata that many items do without; each says what it is for. */
export function MoreFields(fields: FieldsProps) {
  const { entry, values, onChange } = fields;
  const isNormative = values.normative !== "";
  return (
    <fieldset className="rows">
      <legend>补充信息</legend>
      <TextField {...fields} name="summary" rows={2} help="一两句话说清这份信息讲什么；列表和检索结果中显示。" />
      <Field entry={entry} name="normative" help="属于规章或者行政规范性文件的，登记效力状态，计入年度报告第二部分。">
        {({ id, status: _status, ...control }) => (
          <Radio.Group
            {...control}
            value={values.normative}
            onChange={({ target }) => onChange({ normative: String(target.value) })}
            options={[{ value: "", label: "不是", id }, ...optionsOf(NORMATIVES)]}
          />
        )}
      </Field>
      <details {...(isNormative || hasMore(values) ? { open: true } : {})}>
        <summary>更多字段（效力、分类、公开时限）</summary>
        <div className="item-grid">
          <DayField {...fields} name="effectiveOn" help="文件规定的施行日期" />
          <DayField {...fields} name="validUntil" help="文件规定的有效期最后一天；到期自动标为失效" />
          <TextField {...fields} name="unifiedNumber" help="规范性文件的统一登记编号" />
          <TextField {...fields} name="topic" help="主题分类，如 农业农村" />
          <TextField {...fields} name="keywords" help="用顿号隔开，如 低保、救助" />
          <TextField {...fields} name="publisher" help="不填为本机关" />
          <TextField {...fields} name="source" help="转载的注明来源" />
          <TextField {...fields} name="audience" help="不填为全社会" />
          <Field entry={entry} name="publicationKind" help="预算、决算自批准之日起20日内公开">
            {(control) => (
              <Select
                {...control}
                value={values.publicationKind}
                onChange={(publicationKind) => onChange({ publicationKind })}
                options={[
                  { value: "general", label: "一般信息" },
                  { value: "budget", label: "预算、决算" },
                ]}
              />
            )}
          </Field>
          <DayField {...fields} name="expiresOn" help="只公开一段时间的（如公示），填最后一个公开日；长期公开不填" />
          {values.expiresOn === "" ? null : (
            <Field entry={entry} name="expiresAs">
              {(control) => (
                <Select
                  {...control}
                  value={values.expiresAs}
                  onChange={(expiresAs) => onChange({ expiresAs })}
                  options={optionsOf(EXPIRES_AS)}
                />
              )}
            </Field>
          )}
        </div>
      </details>
    </fieldset>
  );
}

const MORE = ["effectiveOn", "validUntil", "unifiedNumber", "topic", "keywords", "publisher", "source", "audience", "expiresOn"] as const;

function hasMore(values: FieldsProps["values"]): boolean {
  return MORE.some((name) => values[name] !== "") || values.publicationKind !== "general";
}
