import { DraftFromApplication } from "@gongkai/server/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { today } from "../../../lib/browser-clock.ts";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { catalogueQuery } from "../api/catalogue.ts";
import { draftFromApplication, itemsKey } from "../api/items.ts";
import { EntryChooser } from "../components/EntryChooser.tsx";
import { usualEntry } from "../usual-entry.ts";
import { DRAFTERS } from "../words.ts";
import "../items.css";

/** 转为主动公开: what was disclosed to one applicant becomes a draft for all (Art. 44). */
export function Page() {
  const organ = useOrgan();
  const { application = "" } = useParams({ strict: false }) as { application?: string }; // the route is registered by feature
  const navigate = useNavigate();
  const { data: catalogue } = useSuspenseQuery(catalogueQuery(useHttp(), organ.code));
  const draft = useCommand({
    run: (http, body: DraftFromApplication, key) => draftFromApplication(http, organ.code, body, key),
    changes: [itemsKey(organ.code), ["today", organ.code]],
    done: ({ id }) => void navigate({ to: organPath(organ.code, `disclosures/${id}/edit`) }),
  });
  const entry = useEntry({
    schema: DraftFromApplication,
    initial: { entry: usualEntry(catalogue) },
    labels: { entry: "目录条目" },
    hints: { entry: "请选择目录条目。" },
    toSend: (values) => ({ ...values, application }),
    send: (body) => draft.mutateAsync(body),
    guard: false,
  });
  const { values, change } = entry;
  return (
    <PageShell
      title="转为主动公开"
      lead="条例第四十四条：多名申请人申请相同信息，且该信息属于可以公开的，可以纳入主动公开的范围。以申请的名称建立一份草稿，正文由您补充；草稿同样经过筛查和审查才公开，不会带出申请人的信息。"
    >
      {isMeantFor(DRAFTERS, organ.roles) ? (
        <EntryForm entry={entry} submitLabel="建立草稿">
          <Field entry={entry} name="entry" required help="归入本机关基本目录的哪一条。">
            {(control) => (
              <EntryChooser
                control={control}
                catalogue={catalogue}
                value={values.entry}
                formedOn={today()}
                kind="general"
                onChange={(chosen) => change({ entry: chosen })}
              />
            )}
          </Field>
        </EntryForm>
      ) : (
        <p className="empty">起草由承办人、部门负责人或者公开工作机构负责人办理。</p>
      )}
      <p>
        <Link to={organPath(organ.code, `applications/${application}`)}>返回这件申请</Link>
      </p>
    </PageShell>
  );
}
