import { AddAgency, AGENCY_KIND_WORDS, AGENCY_KINDS } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { addAgency, TREE_KEY } from "../api/agencies.ts";

interface AddAgencyFormProps {
  readonly above: string;
  readonly aboveName: string | undefined;
  readonly onClose: () => void;
}

/** A new organ. */
export function AddAgencyForm({ above, aboveName, onClose }: AddAgencyFormProps) {
  const add = useCommand({
    run: (http, body: AddAgency, key) => addAgency(http, above, body, key),
    changes: [TREE_KEY],
    done: onClose,
  });
  const entry = useEntry({
    schema: AddAgency,
    initial: {
      name: "",
      shortName: "",
      code: "",
      kind: (aboveName === undefined ? "government" : "department") as AddAgency["kind"],
      letterMark: "",
    },
    labels: { name: "机关全称", shortName: "机关简称", code: "机关代号", kind: "机关类别", letterMark: "机关代字" },
    hints: { code: "机关代号只能用小写字母、数字和连字符，以字母或数字开头，如 yunxi-jiaoyu。" },
    toSend: ({ letterMark, ...rest }) => ({ ...rest, letterMark: letterMark.trim() === "" ? null : letterMark }),
    send: (sent) => add.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <Dialog title={aboveName === undefined ? "添加机关" : `添加机关：${aboveName}的下级`} onClose={onClose}>
      <EntryForm entry={entry} submitLabel="添加" onCancel={onClose}>
        <Field entry={entry} name="name" required help="与印章一致">
          {(control) => <Input {...control} value={values.name} onChange={({ target }) => change({ name: target.value })} />}
        </Field>
        <Field entry={entry} name="shortName" required help="列表中使用">
          {(control) => <Input {...control} value={values.shortName} onChange={({ target }) => change({ shortName: target.value })} />}
        </Field>
        <Field entry={entry} name="code" required help="用于网址，添加后不能更改。如 yunxi-jiaoyu">
          {(control) => (
            <Input
              {...control}
              autoCapitalize="off"
              spellCheck={false}
              value={values.code}
              onChange={({ target }) => change({ code: target.value.trim() })}
            />
          )}
        </Field>
        <Field entry={entry} name="kind" required>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              onChange={(kind: AddAgency["kind"]) => change({ kind })}
              options={AGENCY_KINDS.map((kind) => ({ value: kind, label: AGENCY_KIND_WORDS[kind] }))}
            />
          )}
        </Field>
        <Field entry={entry} name="letterMark" help="用于文书编号，如：云教公开〔2026〕7号 中的“云教公开”">
          {(control) => <Input {...control} value={values.letterMark} onChange={({ target }) => change({ letterMark: target.value })} />}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
