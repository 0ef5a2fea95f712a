import { RemoveSecondFactor } from "@gongkai/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { SESSION_KEY, useSession } from "../../../lib/session.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { removeSecondFactor } from "../api/account.ts";
import { readSession } from "../api/sign-in.ts";
import { CodeInput } from "./CodeInput.tsx";
import { EnrolSecondFactor } from "./EnrolSecondFactor.tsx";

/** The second factor in one's own account: switch it on, or give it up for another. */
export function SecondFactorPanel() {
  const { person } = useSession();
  const http = useHttp();
  const cache = useQueryClient();
  const [open, setOpen] = useState<"enrol" | "remove">();
  const finish = async () => {
    setOpen(undefined);
    cache.setQueryData(SESSION_KEY, await readSession(http));
  };
  return (
    <>
      <p>
        {person.hasSecondFactor
          ? `已启用。未用的恢复码还有 ${person.recoveryCodesLeft} 个。`
          : "未启用。启用后，登录时除密码外还要输入手机上的验证码。"}
      </p>
      {person.hasSecondFactor ? (
        <Button onClick={() => setOpen("remove")}>停用或更换手机</Button>
      ) : (
        <Button type="primary" onClick={() => setOpen("enrol")}>
          启用两步验证
        </Button>
      )}
      {open === "enrol" ? (
        <Dialog title="启用两步验证" onClose={() => void finish()}>
          <EnrolSecondFactor onDone={finish} />
        </Dialog>
      ) : null}
      {open === "remove" ? (
        <Dialog title="停用两步验证" onClose={() => setOpen(undefined)}>
          <p>管理员、签发人等岗位必须使用两步验证，停用后会立即要求重新设置。</p>
          <RemoveForm onDone={finish} onCancel={() => setOpen(undefined)} />
        </Dialog>
      ) : null}
    </>
  );
}

function RemoveForm({ onDone, onCancel }: { readonly onDone: () => Promise<void>; readonly onCancel: () => void }) {
  const http = useHttp();
  const entry = useEntry({
    schema: RemoveSecondFactor,
    initial: { password: "", code: "" },
    labels: { password: "密码", code: "验证码" },
    hints: { code: "验证码是 6 位数字。" },
    guard: false,
    send: async (sent) => {
      await removeSecondFactor(http, sent);
      await onDone();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel="停用" danger onCancel={onCancel}>
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
      <Field entry={entry} name="code" required>
        {(control) => <CodeInput control={control} value={entry.values.code} onChange={(code) => entry.change({ code })} />}
      </Field>
    </EntryForm>
  );
}
