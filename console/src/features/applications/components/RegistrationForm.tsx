import { type ActDone, RegisterApplication } from "@gongkai/server/contract";
import { type ApplicantKind, CHANNELS, type Channel } from "@gongkai/statute";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useCommand } from "../../../lib/api.tsx";
import { now, today } from "../../../lib/browser-clock.ts";
import { ProblemError } from "../../../lib/problem.ts";
import { useEntry } from "../../../lib/use-entry.ts";
import { useEntryFiles } from "../../../lib/use-entry-files.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { registerApplication } from "../api/case.ts";
import { applicationsKey } from "../api/list-applications.ts";
import type { CaseParts } from "../case-parts.ts";
import {
  draftKey,
  emptyRegistration,
  FIELD_OF_REFUSAL,
  LABELS,
  readDraft,
  type Registration,
  toRegisterApplication,
  writeDraft,
} from "../registration.ts";
import { ApplicantFields } from "./ApplicantFields.tsx";
import { PossibleDuplicates } from "./PossibleDuplicates.tsx";
import { ReceiptFields } from "./ReceiptFields.tsx";
import { RequestFields } from "./RequestFields.tsx";

const CHANNEL_KEY = "gongkai.registration.channel";

interface RegistrationFormProps {
  readonly agency: string;
  readonly EntryFiles: CaseParts["EntryFiles"];
  readonly onDone: (done: ActDone) => void;
}

/** An application on paper, entered with the keyboard: Enter or Ctrl+Enter registers it. */
export function RegistrationForm({ agency, EntryFiles, onDone }: RegistrationFormProps) {
  const [kept] = useState(() => readDraft(localStorage.getItem(draftKey(agency)), now()));
  const [title, setTitle] = useState(kept?.["request.title"] ?? "");
  const register = useCommand({
    run: (http, body: Parameters<typeof registerApplication>[2], key) => registerApplication(http, agency, body, key),
    changes: [applicationsKey(agency), ["today", agency], ["figures", agency]],
    done: (done) => {
      localStorage.removeItem(draftKey(agency));
      onDone(done);
    },
  });
  const { files, setFiles, setBusy, toDocuments, awaitFiles } = useEntryFiles();
  const entry = useEntry({
    schema: RegisterApplication,
    initial: kept ?? emptyRegistration(lastChannel(), today()),
    labels: LABELS,
    hints: { "applicant.email": "电子邮箱格式不对，如 name@example.com。", submittedOn: "日期格式不对，如 2026-03-02。" },
    toSend: (entered: Registration) => toRegisterApplication(entered, toDocuments()),
    send: async (sent) => {
      awaitFiles();
      return register.mutateAsync(sent).catch((fault: unknown) => Promise.reject(placeRefusal(fault, sent.applicant.kind)));
    },
    guard: false, // the draft is kept
  });
  const { values, change } = entry;
  const name = useRef<HTMLInputElement | null>(null);
  // After the frame has put the focus on the page, it goes where typing begins.
  useEffect(() => {
    const timer = setTimeout(() => name.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, []);
  const edit = (changes: Partial<Registration>) => {
    change(changes);
    localStorage.setItem(draftKey(agency), writeDraft({ ...values, ...changes }, now()));
    if (changes.channel !== undefined) localStorage.setItem(CHANNEL_KEY, changes.channel);
  };
  const clear = () => {
    localStorage.removeItem(draftKey(agency));
    change(emptyRegistration(values.channel, today()));
    setTitle("");
    setFiles([]);
    name.current?.focus();
  };
  return (
    <div
      className="registration"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void entry.submit();
      }}
    >
      {kept !== undefined ? <p className="hint">已恢复上次没有提交的草稿。草稿含有个人信息，只在这台电脑的浏览器中保留一天。</p> : null}
      <EntryForm entry={entry} submitLabel="登记（Ctrl+Enter）" wide>
        <ReceiptFields entry={entry} values={values} onChange={edit} />
        <ApplicantFields entry={entry} values={values} onChange={edit} nameRef={(input) => (name.current = input)} />
        <RequestFields
          entry={entry}
          values={values}
          onChange={edit}
          onTitleDone={() => setTitle(values["request.title"].trim())}
          hint={<PossibleDuplicates agency={agency} title={title} />}
        />
        <EntryFiles
          agency={agency}
          help="申请书原件的扫描件、身份证明、授权委托书等。草稿不保存附件。"
          owner="applicant"
          isOwnerKnown
          isOpen
          files={files}
          onChange={setFiles}
          onBusy={setBusy}
        />
      </EntryForm>
      {entry.isChanged || kept !== undefined || files.length > 0 ? (
        <Button type="link" onClick={clear}>
          清空并删除草稿
        </Button>
      ) : null}
    </div>
  );
}

function lastChannel(): Channel {
  const known = localStorage.getItem(CHANNEL_KEY);
  return CHANNELS.find((channel) => channel === known) ?? "inPerson";
}

function placeRefusal(fault: unknown, kind: ApplicantKind): unknown {
  const field = fault instanceof ProblemError ? FIELD_OF_REFUSAL[fault.code]?.(kind) : undefined;
  if (field === undefined || !(fault instanceof ProblemError)) return fault;
  const { status, code: error, message } = fault;
  return new ProblemError({ status, error, message, issues: [{ path: field, message }] });
}
