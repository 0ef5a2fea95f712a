import { type Catalogue, GENRES } from "@gongkai/server/contract";
import { PUBLICATION_KINDS } from "@gongkai/statute";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { optionsOf } from "../words.ts";
import { EntryChooser } from "./EntryChooser.tsx";
import type { FieldsProps } from "./form-props.ts";
import { DayField, TextField } from "./TextField.tsx";

/** What every item must have: name, kind, entry, day. */
export function BasicFields({ catalogue, ...fields }: FieldsProps & { readonly catalogue: Catalogue }) {
  const { entry, values, onChange } = fields;
  const kind = PUBLICATION_KINDS.find((one) => one === values.publicationKind) ?? "general";
  return (
    <fieldset className="rows">
      <legend>基本信息</legend>
      <TextField {...fields} name="title" required help="用文件上的全称，不要缩写。公众按名称检索。" />
      <div className="item-grid">
        <Field entry={entry} name="genre" required>
          {(control) => <Select {...control} value={values.genre} onChange={(genre) => onChange({ genre })} options={optionsOf(GENRES)} />}
        </Field>
        <DayField {...fields} name="formedOn" required help="文件落款的日期，或者内容变更之日。公开期限从次日起算。" />
        <TextField {...fields} name="documentNumber" help="照文件抄写，如 云溪政发〔2026〕3号" />
      </div>
      <Field entry={entry} name="entry" required help="归入本机关基本目录的哪一条；公开期限由条目决定。">
        {(control) => (
          <EntryChooser
            control={control}
            catalogue={catalogue}
            value={values.entry}
            formedOn={values.formedOn}
            kind={kind}
            onChange={(chosen) => onChange({ entry: chosen })}
          />
        )}
      </Field>
    </fieldset>
  );
}
