import { ConfirmEnrolment } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { beginEnrolment, confirmEnrolment } from "../api/sign-in.ts";
import { CodeInput } from "./CodeInput.tsx";
import { RecoveryCodeList } from "./RecoveryCodeList.tsx";

/** Setting up the authenticator: scan, give the first code, keep the recovery codes. */
export function EnrolSecondFactor({ onDone }: { readonly onDone: () => Promise<void> }) {
  const http = useHttp();
  const [codes, setCodes] = useState<readonly string[]>();
  // Begun once for each time the form is opened: beginning anew makes the picture that was scanned worthless.
  const begun = useQuery({
    queryKey: ["enrolment"],
    queryFn: () => beginEnrolment(http),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const entry = useEntry({
    schema: ConfirmEnrolment,
    initial: { code: "" },
    labels: { code: "验证码" },
    hints: { code: "验证码是 6 位数字。" },
    guard: false,
    send: async (sent) => setCodes((await confirmEnrolment(http, sent)).recoveryCodes),
  });
  if (codes !== undefined) return <RecoveryCodeList codes={codes} onKept={onDone} />;
  if (begun.isError) return <ProblemNotice fault={begun.error} onRetry={() => void begun.refetch()} />;
  if (begun.data === undefined) return <p role="status">正在准备二维码…</p>;
  return (
    <EntryForm entry={entry} submitLabel="确认启用">
      <ol className="steps">
        <li>在手机上安装任一验证器应用（支持 TOTP 的均可）。</li>
        <li>
          用它扫描下面的二维码：
          <img className="qr" src={begun.data.picture} alt="两步验证二维码；不能扫码时请手工输入下面的密钥" width={200} height={200} />
          <details>
            <summary>不能扫码，手工输入密钥</summary>
            <code className="secret">{begun.data.secret}</code>
          </details>
        </li>
        <li>输入验证器当前显示的 6 位数字：</li>
      </ol>
      <Field entry={entry} name="code" required>
        {(control) => <CodeInput control={control} value={entry.values.code} onChange={(code) => entry.change({ code })} />}
      </Field>
    </EntryForm>
  );
}
