import type { DescribedKind, LetterDraft, ListedLetter, SaveLetter } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { sayProblem } from "../../../lib/problem.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { draftQuery, letterKindsQuery, lettersKey, saveLetter } from "../api/letters.ts";
import { fieldsToAsk, filledIn } from "../pick-fields.ts";
import { LetterFieldInputs } from "./LetterFieldInputs.tsx";
import { LetterPreview } from "./LetterPreview.tsx";

interface DraftDialogProps {
  readonly agency: string;
  readonly application: string;
  /** Left out: a new one. */
  readonly letter?: ListedLetter;
  readonly onClose: () => void;
}

/** A letter being written, its preview beside it. */
export function DraftDialog({ agency, application, letter, onClose }: DraftDialogProps) {
  const http = useHttp();
  const kinds = useQuery(letterKindsQuery(http, agency));
  const draft = useQuery({ ...draftQuery(http, agency, application, letter?.id ?? ""), enabled: letter !== undefined });
  const fault = kinds.error ?? draft.error;
  return (
    <Dialog title={letter === undefined ? "另拟文书" : `修改《${letter.title}》`} onClose={onClose}>
      {fault === null ? null : <ProblemNotice fault={fault} />}
      {kinds.data === undefined || (letter !== undefined && draft.data === undefined) ? (
        fault === null ? (
          <p>正在打开…</p>
        ) : null
      ) : (
        <DraftEditor agency={agency} application={application} kinds={kinds.data.kinds} draft={draft.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface DraftEditorProps extends Omit<DraftDialogProps, "letter"> {
  readonly kinds: readonly DescribedKind[];
  readonly draft: LetterDraft | undefined;
}

function DraftEditor({ agency, application, kinds, draft, onClose }: DraftEditorProps) {
  const [kind, setKind] = useState(draft?.kind ?? "");
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(draft?.fields ?? {});
  const save = useCommand({
    run: (http, body: SaveLetter, key) => saveLetter(http, agency, application, draft?.id, body, key),
    changes: [lettersKey(agency, application)],
    done: onClose,
  });
  const chosen = kinds.find((one) => one.kind === kind);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) save.mutate({ kind, version: draft?.version ?? 0, fields: filledIn(fields) });
      }}
    >
      {save.isError ? (
        <div className="error-summary" role="alert">
          <p>{sayProblem(save.error)}</p>
        </div>
      ) : null}
      {draft !== undefined ? null : (
        <div className="field">
          <label htmlFor="letter-kind">文书种类</label>
          <Select
            id="letter-kind"
            showSearch={{ optionFilterProp: "label" }}
            placeholder="选择文书"
            value={kind === "" ? null : kind}
            onChange={(chosenKind: string) => setKind(chosenKind)}
            options={kinds.filter(({ isIssuedAlone }) => isIssuedAlone).map(({ kind: value, title }) => ({ value, label: title }))}
          />
        </div>
      )}
      {chosen === undefined ? null : (
        <>
          <p className="page-lead">
            {chosen.purpose}
            <small>{chosen.cites}</small>
          </p>
          <LetterFieldInputs fields={fieldsToAsk([chosen], {})} values={fields} onChange={setFields} />
          <LetterPreview agency={agency} application={application} kind={kind} fields={fields} />
        </>
      )}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={chosen === undefined}>
          保存草稿
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
