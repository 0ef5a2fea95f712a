import { type Post, SetAbsence } from "@gongkai/server/contract";
import { Button } from "antd";
import { useCommand } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { DateInput } from "../../../ui/DateInput.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { postsKey, setAbsence } from "../api/posts.ts";

/** From when until when the holder is away; the deputy stands in on these days. */
export function AbsenceForm({ agency, post, onClose }: { readonly agency: string; readonly post: Post; readonly onClose: () => void }) {
  const set = useCommand({
    run: (http, body: SetAbsence, key) => setAbsence(http, agency, post.id, body, key),
    changes: [postsKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: SetAbsence,
    initial: { from: post.absence?.from ?? today(), until: post.absence?.until ?? "" },
    labels: { "absence.from": "不在岗第一天", "absence.until": "不在岗最后一天" },
    toSend: ({ from, until }) => ({ version: post.version, absence: { from, until: until === "" ? null : until } }),
    send: (sent) => set.mutateAsync(sent),
  });
  const { values, change } = entry;
  return (
    <Dialog title={`登记不在岗：${post.holder.name}`} onClose={onClose}>
      <p>
        {post.deputy === null
          ? "这个岗位还没有B岗，不在岗期间无人代行。建议先指定B岗。"
          : `不在岗期间由B岗${post.deputy.name}代行职责，当日零时起生效，到期自动恢复。`}
      </p>
      <EntryForm entry={entry} submitLabel="登记" onCancel={onClose}>
        <Field entry={entry} name="absence.from" required>
          {(control) => <DateInput control={control} value={values.from} onChange={(from) => change({ from })} />}
        </Field>
        <Field entry={entry} name="absence.until" help="不填即直到销假为止">
          {(control) => <DateInput control={control} value={values.until} onChange={(until) => change({ until })} />}
        </Field>
      </EntryForm>
      {post.absence === null ? null : (
        <Button loading={set.isPending} onClick={() => set.mutate({ version: post.version, absence: null })}>
          已返岗，销假
        </Button>
      )}
    </Dialog>
  );
}
