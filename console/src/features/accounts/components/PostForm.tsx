import { GivePost, POST_ROLE_WORDS, POST_ROLES, type PostRole, SECOND_FACTOR_ROLES } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";
import { peopleKey } from "../api/people.ts";
import { givePost, postsKey, unitChoicesQuery } from "../api/posts.ts";
import { PersonChoice } from "./PersonChoice.tsx";

const LABELS = { role: "职责", holder: "A岗", deputy: "B岗", unit: "内设机构", title: "岗位名称" };

/** A new post: duty, holder and deputy. */
export function PostForm({ agency, onClose }: { readonly agency: string; readonly onClose: () => void }) {
  const units = useQuery(unitChoicesQuery(useHttp(), agency));
  const give = useCommand({
    run: (http, body: GivePost, key) => givePost(http, agency, body, key),
    changes: [postsKey(agency), peopleKey(agency)],
    done: onClose,
  });
  const entry = useEntry({
    schema: GivePost,
    initial: { role: undefined as PostRole | undefined, title: "", unit: "", holder: "", deputy: "" },
    labels: LABELS,
    hints: { holder: "请选择A岗人员。", role: "请选择职责。" },
    toSend: ({ unit, holder, deputy, ...rest }) => ({
      ...rest,
      unit: unit === "" ? null : unit,
      holder: holder === "" ? undefined : { id: holder },
      deputy: deputy === "" ? null : { id: deputy },
    }),
    send: (sent) => give.mutateAsync(sent),
  });
  const { values, change } = entry;
  const needsSecondFactor = values.role !== undefined && SECOND_FACTOR_ROLES.includes(values.role);
  return (
    <Dialog title="安排岗位" onClose={onClose}>
      <EntryForm entry={entry} submitLabel="安排" onCancel={onClose}>
        <Field
          entry={entry}
          name="role"
          required
          {...(needsSecondFactor ? { help: "这一职责要求登录时使用两步验证，本人下次登录时设置。" } : {})}
        >
          {(control) => (
            <Select
              {...control}
              placeholder="选择职责"
              value={values.role ?? null}
              onChange={(role: PostRole) => change({ role })}
              options={POST_ROLES.map((role) => ({ value: role, label: POST_ROLE_WORDS[role] }))}
            />
          )}
        </Field>
        <Field entry={entry} name="holder" required>
          {(control) => (
            <PersonChoice
              agency={agency}
              control={control}
              value={values.holder}
              onChange={(holder) => change({ holder })}
              except={values.deputy}
            />
          )}
        </Field>
        <Field entry={entry} name="deputy" help="A岗不在岗期间代行职责">
          {(control) => (
            <PersonChoice
              agency={agency}
              control={control}
              value={values.deputy}
              onChange={(deputy) => change({ deputy })}
              except={values.holder}
            />
          )}
        </Field>
        <Field entry={entry} name="unit">
          {(control) => (
            <Select
              {...control}
              allowClear
              placeholder="不属于内设机构"
              value={values.unit === "" ? null : values.unit}
              onChange={(unit: string | undefined) => change({ unit: unit ?? "" })}
              options={(units.data?.units ?? [])
                .filter(({ closedOn }) => closedOn === null)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field entry={entry} name="title" help="本机关对这个岗位的叫法，如：政务公开股股长">
          {(control) => <Input {...control} value={values.title} onChange={({ target }) => change({ title: target.value })} />}
        </Field>
      </EntryForm>
    </Dialog>
  );
}
