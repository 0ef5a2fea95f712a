import { NotificationPreferences } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Checkbox, Input } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { NOTIFICATIONS_KEY, notificationsQuery, setNotifications } from "../api/account.ts";

/** Whether reminders also go out by mail, and when not. */
export function NotificationForm() {
  const { data } = useSuspenseQuery(notificationsQuery(useHttp()));
  const [isSaved, setSaved] = useState(false);
  const save = useCommand({
    run: (http, body: NotificationPreferences, key) => setNotifications(http, body, key),
    changes: [NOTIFICATIONS_KEY],
    done: () => setSaved(true),
  });
  const entry = useEntry({
    schema: NotificationPreferences,
    initial: data,
    labels: { quietFrom: "免打扰开始", quietUntil: "免打扰结束" },
    hints: { quietFrom: "请按 24 小时制填写，如 20:00。", quietUntil: "请按 24 小时制填写，如 08:00。" },
    send: (sent) => save.mutateAsync(sent),
  });
  const { values } = entry;
  const change: typeof entry.change = (changes) => {
    setSaved(false);
    entry.change(changes);
  };
  return (
    <EntryForm entry={entry} submitLabel="保存">
      <p>
        <Checkbox checked={values.mail} onChange={({ target }) => change({ mail: target.checked })}>
          提醒同时发到电子邮箱
        </Checkbox>
      </p>
      <div className="field-row">
        <Field entry={entry} name="quietFrom" required>
          {(control) => (
            <Input {...control} type="time" value={values.quietFrom} onChange={({ target }) => change({ quietFrom: target.value })} />
          )}
        </Field>
        <Field entry={entry} name="quietUntil" required>
          {(control) => (
            <Input {...control} type="time" value={values.quietUntil} onChange={({ target }) => change({ quietUntil: target.value })} />
          )}
        </Field>
      </div>
      <p className="field-help">时段内的邮件留到结束后再发；账号安全等紧急消息不受限制。两个时间相同即不设免打扰。</p>
      <p>
        <Checkbox checked={values.onDaysOff} onChange={({ target }) => change({ onDaysOff: target.checked })}>
          非工作日也发送邮件
        </Checkbox>
      </p>
      {isSaved ? <p role="status">已保存。</p> : null}
    </EntryForm>
  );
}
