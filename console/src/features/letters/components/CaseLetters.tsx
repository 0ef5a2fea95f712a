import type { ListedLetter } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { sayInstant } from "../../../lib/browser-clock.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { letterFile, lettersQuery } from "../api/letters.ts";
import { DraftDialog } from "./DraftDialog.tsx";
import { IssueDialog } from "./IssueDialog.tsx";
import { RemoveDraftDialog } from "./RemoveDraftDialog.tsx";
import "../letters.css";

interface CaseLettersProps {
  readonly agency: string;
  readonly application: string;
  readonly mayWrite: boolean;
}

type Open = { readonly act: "new" } | { readonly act: "edit" | "issue" | "remove"; readonly letter: ListedLetter };

/** The letters of a case: drafts to go on with, issued ones to take home. */
export function CaseLetters({ agency, application, mayWrite }: CaseLettersProps) {
  const { data, error, refetch } = useQuery(lettersQuery(useHttp(), agency, application));
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>文书</h2>
        {mayWrite ? <Button onClick={() => setOpen({ act: "new" })}>另拟文书</Button> : null}
      </div>
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      <ListTable
        caption="文书"
        columns={columnsOf({ agency, application, mayWrite, onOpen: setOpen })}
        rows={data?.letters ?? []}
        keyOf={({ id }) => id}
        empty={<p>还没有文书。办理事项时，相应的文书一并生成、编号。</p>}
      />
      {open?.act === "new" ? <DraftDialog agency={agency} application={application} onClose={close} /> : null}
      {open?.act === "edit" ? <DraftDialog agency={agency} application={application} letter={open.letter} onClose={close} /> : null}
      {open?.act === "issue" ? <IssueDialog agency={agency} application={application} letter={open.letter} onClose={close} /> : null}
      {open?.act === "remove" ? <RemoveDraftDialog agency={agency} application={application} letter={open.letter} onClose={close} /> : null}
    </section>
  );
}

function columnsOf({
  agency,
  application,
  mayWrite,
  onOpen,
}: CaseLettersProps & { readonly onOpen: (open: Open) => void }): readonly Column<ListedLetter>[] {
  return [
    {
      key: "title",
      title: "文书",
      show: ({ title, number }) => (
        <>
          {title}
          <small>{number ?? ""}</small>
        </>
      ),
    },
    {
      key: "state",
      title: "状态",
      show: ({ state, issuedOn, changedAt, changedBy, isErased, sha256 }) =>
        state === "issued" ? (
          <>
            <Mark tone="fine">已发出</Mark> {issuedOn}
            {isErased ? (
              <small>内容已按保存期限清除</small>
            ) : sha256 === null ? null : (
              <small title={sha256}>内容哈希 {sha256.slice(0, 12)}…</small>
            )}
          </>
        ) : (
          <>
            <Mark tone="notice">草稿</Mark>
            <small>
              {changedBy ?? ""} {sayInstant(changedAt)}
            </small>
          </>
        ),
    },
    {
      key: "acts",
      title: "操作",
      show: (letter) =>
        letter.state === "issued" ? (
          letter.isErased ? null : (
            <span className="acts">
              <a href={letterFile(agency, application, letter.id, "docx")} download aria-label={`下载 ${letter.title} docx`}>
                docx
              </a>
              <a href={letterFile(agency, application, letter.id, "pdf")} download aria-label={`下载 ${letter.title} PDF`}>
                PDF
              </a>
            </span>
          )
        ) : mayWrite ? (
          <span className="acts">
            <Button type="link" className="link-button" onClick={() => onOpen({ act: "edit", letter })}>
              修改
            </Button>
            <Button type="link" className="link-button" onClick={() => onOpen({ act: "issue", letter })}>
              发出
            </Button>
            <Button
              type="link"
              className="link-button"
              aria-label={`删除草稿 ${letter.title}`}
              onClick={() => onOpen({ act: "remove", letter })}
            >
              删除
            </Button>
          </span>
        ) : null,
    },
  ];
}
