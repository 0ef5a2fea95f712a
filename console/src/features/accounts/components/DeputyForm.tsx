import { type Post, SetDeputy } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { peopleKey } from "../api/people.ts";
import { postsKey, setDeputy } from "../api/posts.ts";
import { PersonChoice } from "./PersonChoice.tsx";

/** Who stands in for the holder of a post. */
export function DeputyForm({ agency, post, onClose }: { readonly agency: string; readonly post: Post; readonly onClose: () => void }) {
  const set = useCommand({
    run: (http, body: SetDeputy, key) => setDeputy(http, agency, post.id, body, key),
    changes: [postsKey(agency), peopleKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: SetDeputy,
    initial: { deputy: post.deputy?.id ?? "" },
    labels: { deputy: "B岗" },
    toSend: ({ deputy }) => ({ version: post.version, deputy: deputy === "" ? null : { id: deputy } }),
    send: (sent) => set.mutateAsync(sent),
  });
  return (
    <Dialog title={`B岗：代${post.holder.name}履行职责`} onClose={onClose}>
      <EntryForm entry={entry} submitLabel="保存" onCancel={onClose}>
        <Field entry={entry} name="deputy" help="清空即不设B岗">
          {(control) => (
            <PersonChoice
              agency={agency}
              control={control}
              value={entry.values.deputy}
              onChange={(deputy) => entry.change({ deputy })}
              except={post.holder.id}
            />
          )}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
