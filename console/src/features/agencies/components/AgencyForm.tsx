import { type Agency, ChangeAgency, REMEDY_KIND_WORDS } from "@gongkai/server/contract";
import { ORGAN_KINDS } from "@gongkai/statute";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { agencyKey, changeAgency, TREE_KEY } from "../api/agencies.ts";

const CONTACT = {
  office: "公开工作机构名称",
  address: "办公地址",
  postcode: "邮政编码",
  telephone: "联系电话",
  fax: "传真",
  email: "电子邮箱",
  hours: "办公时间",
} as const;
const CONTACT_KEYS = Object.keys(CONTACT) as (keyof typeof CONTACT)[]; // the table's own keys

const LABELS = {
  name: "机关全称",
  shortName: "机关简称",
  letterMark: "机关代字",
  remedyKind: "复议机关按何种机关确定",
  ...Object.fromEntries(Object.entries(CONTACT).map(([key, words]) => [`contact.${key}`, words])),
};

/** What is printed on letters and pages of the organ. */
export function AgencyForm({ agency }: { readonly agency: Agency }) {
  const save = useCommand({
    run: (http, body: ChangeAgency, key) => changeAgency(http, agency.code, body, key),
    changes: [agencyKey(agency.code), TREE_KEY],
  });
  const entry = useEntry({
    schema: ChangeAgency,
    initial: {
      name: agency.name,
      shortName: agency.shortName,
      letterMark: agency.letterMark ?? "",
      remedyKind: agency.remedyKind,
      contact: agency.contact,
    },
    labels: LABELS,
    toSend: ({ letterMark, contact, ...rest }) => ({
      ...rest,
      version: agency.version,
      letterMark: letterMark.trim() === "" ? null : letterMark,
      contact: Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined && value.trim() !== "")),
    }),
    send: (sent) => save.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <EntryForm entry={entry} submitLabel="保存" wide>
      <Field entry={entry} name="name" required>
        {(control) => <Input {...control} value={values.name} onChange={({ target }) => change({ name: target.value })} />}
      </Field>
      <Field entry={entry} name="shortName" required>
        {(control) => <Input {...control} value={values.shortName} onChange={({ target }) => change({ shortName: target.value })} />}
      </Field>
      <Field entry={entry} name="letterMark" help="用于文书编号，如“云教公开”">
        {(control) => <Input {...control} value={values.letterMark} onChange={({ target }) => change({ letterMark: target.value })} />}
      </Field>
      <Field entry={entry} name="remedyKind" required help="答复书末尾告知的行政复议机关由此确定">
        {(control) => (
          <Select
            {...control}
            value={values.remedyKind}
            onChange={(remedyKind: Agency["remedyKind"]) => change({ remedyKind })}
            options={ORGAN_KINDS.map((kind) => ({ value: kind, label: REMEDY_KIND_WORDS[kind] }))}
          />
        )}
      </Field>
      {CONTACT_KEYS.map((key) => (
        <Field key={key} entry={entry} name={`contact.${key}`}>
          {(control) => (
            <Input
              {...control}
              value={values.contact[key] ?? ""}
              onChange={({ target }) => change({ contact: { ...values.contact, [key]: target.value } })}
            />
          )}
        </Field>
      ))}
      {save.isSuccess && !entry.isChanged ? <p role="status">已保存。</p> : null}
    </EntryForm>
  );
}
