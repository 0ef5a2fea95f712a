import type { TemporaryPassword } from "@gongkai/server/contract";
import { Button } from "antd";
import { Dialog } from "../../../ui/Dialog.tsx";

/** The temporary password, shown this once, to be handed over in person. */
export function TemporaryPasswordDialog({ given, onClose }: { readonly given: TemporaryPassword; readonly onClose: () => void }) {
  return (
    <Dialog title={`${given.person.name}的临时密码`} onClose={onClose}>
      <p>请当面或通过其他可靠方式告知本人。关闭后不再显示；首次登录须更换。</p>
      <dl className="facts">
        <dt>登录名</dt>
        <dd>
          <code>{given.person.signInName}</code>
        </dd>
        <dt>临时密码</dt>
        <dd>
          <code className="secret">{given.temporaryPassword}</code>
        </dd>
      </dl>
      <Button type="primary" onClick={onClose}>
        已记下，关闭
      </Button>
    </Dialog>
  );
}
