import { type Session, SignIn } from "@gongkai/server/contract";
import { Input } from "antd";
import { useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { signIn } from "../api/sign-in.ts";

const Filled = SignIn.extend({ signInName: SignIn.shape.signInName.min(1) });

interface PasswordFormProps {
  readonly signInName?: string;
  readonly onSession: (session: Session) => void;
}

export function PasswordForm({ signInName, onSession }: PasswordFormProps) {
  const http = useHttp();
  const entry = useEntry({
    schema: Filled,
    initial: { signInName: signInName ?? "", password: "" },
    labels: { signInName: "登录名", password: "密码" },
    guard: false,
    send: async (sent) => onSession(await signIn(http, sent)),
  });
  return (
    <EntryForm entry={entry} submitLabel="登录">
      <Field entry={entry} name="signInName" required>
        {(control) => (
          <Input
            {...control}
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            readOnly={signInName !== undefined}
            value={entry.values.signInName}
            onChange={({ target }) => entry.change({ signInName: target.value })}
          />
        )}
      </Field>
      <Field entry={entry} name="password" required>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="current-password"
            value={entry.values.password}
            onChange={({ target }) => entry.change({ password: target.value })}
          />
        )}
      </Field>
    </EntryForm>
  );
}
