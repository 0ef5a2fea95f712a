import { AGENCY_KIND_WORDS, AGENCY_KINDS } from "@gongkai/server/contract";
import { Input } from "antd";
import type { EntryState } from "../../../lib/use-entry.ts";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import type { SetupValues } from "./setup-steps.ts";

interface SetupFieldsProps {
  readonly step: number;
  readonly entry: EntryState & { readonly values: SetupValues; readonly change: (changes: Partial<SetupValues>) => void };
}

/** The fields of one step. */
export function SetupFields({ step, entry }: SetupFieldsProps) {
  const { values, change } = entry;
  const line = (name: string, key: keyof SetupValues, help?: string, autoComplete = "off") => (
    <Field entry={entry} name={name} required {...(help === undefined ? {} : { help })}>
      {(control) => (
        <Input {...control} autoComplete={autoComplete} value={values[key]} onChange={({ target }) => change({ [key]: target.value })} />
      )}
    </Field>
  );
  const password = (name: string, key: "password" | "again") => (
    <Field entry={entry} name={name} required>
      {(control) => (
        <Input.Password
          {...control}
          autoComplete="new-password"
          value={values[key]}
          onChange={({ target }) => change({ [key]: target.value })}
        />
      )}
    </Field>
  );
  if (step === 0) return line("code", "code");
  if (step === 1) {
    return (
      <>
        {line("organ.name", "name", "与印章一致，如：云溪县人民政府")}
        {line("organ.shortName", "shortName", "列表中使用，如：云溪县政府")}
        {line("organ.code", "agencyCode", "用于网址，设定后不能更改。小写字母、数字和连字符，如 yunxi-xian")}
        <Field entry={entry} name="organ.kind" required>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              onChange={(kind) => change({ kind })}
              options={AGENCY_KINDS.map((kind) => ({ value: kind, label: AGENCY_KIND_WORDS[kind] }))}
            />
          )}
        </Field>
      </>
    );
  }
  return (
    <>
      {line("administrator.signInName", "signInName", "登录时使用，不区分大小写", "username")}
      {line("administrator.name", "personName", "办理记录中显示", "name")}
      {password("administrator.password", "password")}
      {password("administrator.again", "again")}
    </>
  );
}
