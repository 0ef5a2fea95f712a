import { ChangePassword, LEAST_PASSWORD, type Session } from "@gongkai/server/contract";
import { Input } from "antd";
import { useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { changePassword } from "../api/sign-in.ts";

const Twice = ChangePassword.extend({ next: ChangePassword.shape.next.min(1), again: ChangePassword.shape.next }).refine(
  ({ next, again }) => next === again,
  { path: ["again"] },
);

interface NewPasswordFormProps {
  readonly signInName: string;
  readonly onSession: (session: Session) => void;
}

/** A new password, where an administrator set the present one; and in one's own account. */
export function NewPasswordForm({ signInName, onSession }: NewPasswordFormProps) {
  const http = useHttp();
  const entry = useEntry({
    schema: Twice,
    initial: { current: "", next: "", again: "" },
    labels: { current: "现在的密码", next: "新密码", again: "再输一遍新密码" },
    hints: { again: "两次输入的新密码不一致。" },
    guard: false,
    send: async ({ current, next }) => {
      onSession(await changePassword(http, { current, next }));
      entry.change({ current: "", next: "", again: "" });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel="更换密码">
      <input type="text" autoComplete="username" value={signInName} readOnly hidden />
      <Field entry={entry} name="current" required>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="current-password"
            value={entry.values.current}
            onChange={({ target }) => entry.change({ current: target.value })}
          />
        )}
      </Field>
      <Field
        entry={entry}
        name="next"
        required
        help={`不少于 ${LEAST_PASSWORD} 个字符，不含登录名，不是常见密码。可以用一句自己记得住的话。`}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={entry.values.next}
            onChange={({ target }) => entry.change({ next: target.value })}
          />
        )}
      </Field>
      <Field entry={entry} name="again" required>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={entry.values.again}
            onChange={({ target }) => entry.change({ again: target.value })}
          />
        )}
      </Field>
    </EntryForm>
  );
}
