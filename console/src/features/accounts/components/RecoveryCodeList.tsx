import { Button, Checkbox } from "antd";
import { useState } from "react";
import { saveBlob } from "../../../lib/save-blob.ts";

interface RecoveryCodeListProps {
  readonly codes: readonly string[];
  readonly onKept: () => Promise<void>;
}

/** The recovery codes, shown this once. */
export function RecoveryCodeList({ codes, onKept }: RecoveryCodeListProps) {
  const [isKept, setKept] = useState(false);
  const [isGoing, setGoing] = useState(false);
  const text = `政府信息公开工作后台 恢复码\n每个只能使用一次，请妥善保管，不要与密码放在一起。\n\n${codes.join("\n")}\n`;
  return (
    <section className="recovery">
      <h2>保存恢复码</h2>
      <p>手机遗失或更换时，用恢复码代替验证码登录。每个只能用一次，离开本页后不再显示。</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={() => saveBlob("恢复码.txt", new Blob([text], { type: "text/plain;charset=utf-8" }))}>下载为文本文件</Button>
      <p>
        <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
          我已把恢复码保存到安全的地方
        </Checkbox>
      </p>
      <Button
        type="primary"
        disabled={!isKept}
        loading={isGoing}
        onClick={() => {
          setGoing(true);
          void onKept().finally(() => setGoing(false));
        }}
      >
        继续
      </Button>
    </section>
  );
}
