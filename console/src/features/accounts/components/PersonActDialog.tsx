import type { Person, TemporaryPassword } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { disablePerson, enablePerson, endSessionsOf, peopleKey, resetPassword, resetSecondFactor } from "../api/people.ts";

export type PersonAct = "disable" | "enable" | "reset" | "resetFactor" | "endSessions";

interface PersonActDialogProps {
  readonly agency: string;
  readonly act: PersonAct;
  readonly person: Person;
  readonly onClose: () => void;
  readonly onReset: (given: TemporaryPassword) => void;
}

const WORDS = {
  disable: { title: "停用账号", does: "停用", says: "停用后不能登录，已登录的设备立即退出。办理记录保留。岗位不会自动移交，请另行调整。" },
  enable: { title: "恢复使用", does: "恢复", says: "恢复后可以用原来的密码登录。" },
  reset: { title: "重置密码", does: "重置", says: "原密码立即失效，已登录的设备全部退出。系统给出一个临时密码，本人首次登录须更换。" },
  resetFactor: {
    title: "解除两步验证",
    does: "解除",
    says: "用于手机遗失或更换。已登录的设备全部退出；岗位要求两步验证的，本人下次登录时重新设置。",
  },
  endSessions: { title: "退出全部登录", does: "退出", says: "此人在所有设备上的登录立即退出，未保存的内容会丢失。账号仍可使用。" },
} as const;

const SEND = { disable: disablePerson, enable: enablePerson, resetFactor: resetSecondFactor, endSessions: endSessionsOf } as const;

/** Says what will follow before it is done. */
export function PersonActDialog({ agency, act, person, onClose, onReset }: PersonActDialogProps) {
  const { title, does, says } = WORDS[act];
  const command = useCommand({
    run: (http, { version }: { readonly version: number }, key): Promise<TemporaryPassword | undefined> => {
      if (act === "reset") return resetPassword(http, agency, person.id, key);
      return SEND[act](http, agency, person.id, { version }, key).then(() => undefined);
    },
    changes: [peopleKey(agency)],
    done: (given) => (given === undefined ? onClose() : onReset(given)),
  });
  return (
    <ConfirmDialog
      title={`${title}：${person.name}`}
      confirmLabel={does}
      danger={act !== "enable"}
      fault={command.error}
      isSending={command.isPending}
      onConfirm={() => command.mutate({ version: person.version })}
      onClose={onClose}
    >
      <p>{says}</p>
    </ConfirmDialog>
  );
}
