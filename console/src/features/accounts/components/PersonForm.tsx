import { AddPerson, type Person, type TemporaryPassword } from "@gongkai/server/contract";
import { Input } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { addPerson, changePerson, peopleKey } from "../api/people.ts";

interface PersonFormProps {
  readonly agency: string;
  /** Left out: somebody new. */
  readonly person?: Person;
  readonly onClose: () => void;
  readonly onAdded: (given: TemporaryPassword) => void;
}

/** Name, sign-in name and e-mail of a person. */
export function PersonForm({ agency, person, onClose, onAdded }: PersonFormProps) {
  const save = useCommand({
    run: (http, body: AddPerson, key) =>
      person === undefined
        ? addPerson(http, agency, body, key)
        : changePerson(http, agency, person.id, { version: person.version, name: body.name, email: body.email ?? null }, key).then(
            () => undefined,
          ),
    changes: [peopleKey(agency)],
    done: (given) => (given === undefined ? onClose() : onAdded(given)),
  });
  const entry = useEntry({
    schema: AddPerson,
    initial: { signInName: person?.signInName ?? "", name: person?.name ?? "", email: person?.email ?? "" },
    labels: { name: "姓名", signInName: "登录名", email: "电子邮箱" },
    hints: { signInName: "登录名为 2 至 63 个字母、数字或汉字，也可含 . _ @ -。", email: "电子邮箱格式不对，如 name@example.gov.cn。" },
    toSend: ({ email, ...rest }) => ({ ...rest, email: email.trim() === "" ? null : email.trim() }),
    send: (sent) => save.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <Dialog title={person === undefined ? "添加人员" : `修改：${person.name}`} onClose={onClose}>
      <EntryForm entry={entry} submitLabel={person === undefined ? "添加" : "保存"} onCancel={onClose}>
        <Field entry={entry} name="name" required>
          {(control) => <Input {...control} value={values.name} onChange={({ target }) => change({ name: target.value })} />}
        </Field>
        <Field
          entry={entry}
          name="signInName"
          required
          help={person === undefined ? "登录时使用，不区分大小写，添加后不能更改" : "登录名不能更改"}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              disabled={person !== undefined}
              value={values.signInName}
              onChange={({ target }) => change({ signInName: target.value })}
            />
          )}
        </Field>
        <Field entry={entry} name="email" help="期限提醒发到这里">
          {(control) => <Input {...control} type="email" value={values.email} onChange={({ target }) => change({ email: target.value })} />}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
