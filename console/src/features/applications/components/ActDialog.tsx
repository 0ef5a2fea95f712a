import { type ActDone, type ApplicationPage, type OfferedAct, PerformAct } from "@gongkai/server/contract";
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useCommand } from "../../../lib/api.tsx";
import { ProblemError } from "../../../lib/problem.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { useEntryFiles } from "../../../lib/use-entry-files.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { ACT_FIELDS, type ActValues, knownToLetter, NOTHING_FILLED, placeRefusal, toPerformAct } from "../act-form.ts";
import { caseKey, performAct } from "../api/case.ts";
import { applicationsKey } from "../api/list-applications.ts";
import { filesOfAct } from "../act-files.ts";
import type { CaseParts } from "../case-parts.ts";
import { ActFields } from "./ActFields.tsx";
import { ActOutlook } from "./ActOutlook.tsx";
import { ReleasedFiles } from "./ReleasedFiles.tsx";
import { StaleNotice } from "./StaleNotice.tsx";

interface ActDialogProps {
  readonly agency: string;
  readonly page: ApplicationPage;
  readonly offered: OfferedAct;
  readonly parts: Pick<CaseParts, "ActLetter" | "EntryFiles">;
  readonly onClose: () => void;
  readonly onDone: (done: ActDone, label: string) => void;
}

/** The form of an act. When another has been at the case meanwhile, what was typed stays and the news is shown beside it. */
export function ActDialog({ agency, page, offered, parts, onClose, onDone }: ActDialogProps) {
  const { act, label } = offered;
  const { id } = page.application;
  const cache = useQueryClient();
  const [seen, setSeen] = useState(page.application.version);
  const [staleSince, setStaleSince] = useState<number | undefined>(undefined);
  const perform = useCommand({
    run: (http, body: PerformAct, key) => performAct(http, agency, id, act, body, key),
    changes: [
      caseKey(agency, id),
      applicationsKey(agency),
      ["today", agency],
      ["letters", agency, id],
      ["case-files", agency, id],
      ["remedies", agency],
      ["figures", agency],
    ],
    done: (done) => onDone(done, label),
  });
  const { files, setFiles, setBusy, toDocuments, awaitFiles } = useEntryFiles();
  const send = async (body: PerformAct) => {
    awaitFiles();
    try {
      return await perform.mutateAsync(body);
    } catch (fault) {
      if (fault instanceof ProblemError && fault.code === "changed-meanwhile") {
        await cache.refetchQueries({ queryKey: caseKey(agency, id) });
        const fresh = cache.getQueryData<ApplicationPage>(caseKey(agency, id));
        setStaleSince(seen);
        setSeen(fresh?.application.version ?? seen);
      }
      throw placeRefusal(act, fault);
    }
  };
  const fields = ACT_FIELDS[act] ?? [];
  const entry = useEntry({
    schema: PerformAct,
    initial: startWith(page, act),
    labels: Object.fromEntries(fields.map(({ name, label: words }) => [name, words])),
    toSend: (values) => ({ ...toPerformAct(act, values, seen), ...toDocuments() }),
    send,
  });
  const { values, change } = entry;
  const now = page.acts.find((one) => one.act === act) ?? offered;
  return (
    <Dialog title={label} onClose={onClose}>
      {staleSince === undefined ? null : <StaleNotice page={page} since={staleSince} offered={now} />}
      <ActOutlook offered={now} />
      {act === "serve" ? <ReleasedFiles title="随答复送达的文件" page={page} stages={["signed"]} /> : null}
      <EntryForm entry={entry} submitLabel={staleSince === undefined ? label : `仍然${label}`} onCancel={onClose} wide>
        <ActFields agency={agency} act={act} page={page} entry={entry} values={values} onChange={change} />
        <parts.ActLetter
          agency={agency}
          application={id}
          act={act}
          outcome={undefined}
          article={undefined}
          known={knownToLetter(act, values)}
          values={values.letter}
          onChange={(letter) => change({ letter })}
        />
        <parts.EntryFiles
          agency={agency}
          {...filesOfAct(act)}
          isOwnerKnown={false}
          files={files}
          onChange={(chosen) => {
            setFiles(chosen);
            change({}); // files are a change too: leaving asks first
          }}
          onBusy={setBusy}
        />
      </EntryForm>
    </Dialog>
  );
}

/** What is most likely meant is filled in already. */
function startWith({ consultations, request }: ApplicationPage, act: OfferedAct["act"]): ActValues {
  const open = consultations.filter(({ endedOn }) => endedOn === null);
  const [only] = open;
  return {
    ...NOTHING_FILLED,
    ...(open.length === 1 && only !== undefined ? { consultation: only.id } : {}),
    ...(act === "serve" ? { deliveryWay: request.delivery } : {}),
  };
}
