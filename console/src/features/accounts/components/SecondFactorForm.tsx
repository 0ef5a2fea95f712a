import { GiveSecondFactor, type Session } from "@gongkai/server/contract";
import { Button, Input } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { giveSecondFactor } from "../api/sign-in.ts";
import { CodeInput } from "./CodeInput.tsx";

interface SecondFactorFormProps {
  readonly onSession: (session: Session) => void;
  readonly onBack: () => void;
}

/** The code of the authenticator; who has lost the telephone gives a recovery code. */
export function SecondFactorForm({ onSession, onBack }: SecondFactorFormProps) {
  const http = useHttp();
  const [byRecovery, setByRecovery] = useState(false);
  const entry = useEntry({
    schema: GiveSecondFactor,
    initial: { code: "", recoveryCode: "" },
    labels: byRecovery ? { recoveryCode: "恢复码" } : { code: "验证码" },
    guard: false,
    toSend: ({ code, recoveryCode }) => (byRecovery ? { recoveryCode } : { code }),
    send: async (sent) => onSession(await giveSecondFactor(http, sent)),
  });
  return (
    <EntryForm entry={entry} submitLabel="继续" onCancel={onBack}>
      {byRecovery ? (
        <Field entry={entry} name="recoveryCode" required help="启用两步验证时保存的恢复码，每个只能用一次。">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={entry.values.recoveryCode}
              onChange={({ target }) => entry.change({ recoveryCode: target.value })}
            />
          )}
        </Field>
      ) : (
        <Field entry={entry} name="code" required help="打开手机上的验证器应用，输入当前显示的 6 位数字。">
          {(control) => <CodeInput control={control} value={entry.values.code} onChange={(code) => entry.change({ code })} />}
        </Field>
      )}
      <Button
        type="link"
        className="link-button"
        onClick={() => {
          entry.setErrors({});
          setByRecovery(!byRecovery);
        }}
      >
        {byRecovery ? "改用验证器的验证码" : "手机不在身边？使用恢复码"}
      </Button>
    </EntryForm>
  );
}
