import type { CaseFile } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { saySize } from "../../../lib/say-size.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { archiveListAddress, caseFilesQuery, fileAddress } from "../api/case-files.ts";
import { UploadDialog } from "./UploadDialog.tsx";

interface CaseAttachmentsProps {
  readonly agency: string;
  readonly application: string;
  readonly version: number;
  readonly mayWrite: boolean;
}

/** Files of a case beside its letters: scans, search records, proofs of delivery. */
export function CaseAttachments({ agency, application, version, mayWrite }: CaseAttachmentsProps) {
  const { data, error, refetch } = useQuery({ ...caseFilesQuery(useHttp(), agency, application), enabled: mayWrite });
  const [isAdding, setAdding] = useState(false);
  const [said, setSaid] = useState("");
  return (
    <section className="panel" aria-labelledby="case-files-title">
      <div className="page-head">
        <h2 id="case-files-title">附件</h2>
        {mayWrite ? (
          <div className="page-actions">
            <a href={archiveListAddress(agency, application)} download>
              案卷目录 xlsx
            </a>
            <Button onClick={() => setAdding(true)}>上传附件</Button>
          </div>
        ) : null}
      </div>
      <p role="status" className={said === "" ? "visually-hidden" : "done-note"}>
        {said}
      </p>
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      {mayWrite ? (
        data === undefined ? (
          error === null ? (
            <p className="waiting">正在读取…</p>
          ) : null
        ) : (
          <ListTable
            caption="附件"
            columns={columnsOf(agency)}
            rows={data.files}
            keyOf={({ sha256 }) => sha256}
            empty={<p>还没有附件。扫描件、检索记录、送达凭证等可以上传到这里，列入案卷。</p>}
          />
        )
      ) : (
        <p>附件由办理案件的人员上传和查看。</p>
      )}
      {isAdding ? (
        <UploadDialog
          agency={agency}
          application={application}
          version={version}
          mostMegabytes={data?.mostMegabytes}
          onClose={() => setAdding(false)}
          onDone={(count) => {
            setSaid(`${count} 个文件已列入案件。`);
            setAdding(false);
          }}
        />
      ) : null}
    </section>
  );
}

const RELEASE_WORDS = {
  returned: "随退回的答复稿",
  drafted: "随答复提供，待签发",
  signed: "随答复提供，待送达",
  served: "已提供给申请人",
} as const satisfies Record<NonNullable<CaseFile["released"]>, string>;

function columnsOf(agency: string): readonly Column<CaseFile>[] {
  return [
    {
      key: "name",
      title: "名称",
      show: ({ name, kind, size }) => (
        <>
          {name}
          <small>
            {kind}，{saySize(size)}
          </small>
        </>
      ),
    },
    {
      key: "from",
      title: "来源",
      show: ({ belongsTo, addedOn, addedBy, released }) => (
        <>
          {belongsTo === "applicant" ? "申请人或者第三方（加密保存）" : "本机关"}{" "}
          {released === null ? null : <Mark tone={released === "served" ? "fine" : "plain"}>{RELEASE_WORDS[released]}</Mark>}
          <small>
            {addedOn} {addedBy ?? ""}
          </small>
        </>
      ),
    },
    {
      key: "hidden",
      title: "隐藏内容",
      show: ({ findings }) =>
        findings.length === 0 ? (
          "没有发现"
        ) : (
          <>
            <Mark tone="warning">{findings.length} 处提示</Mark>
            {findings.map(({ rule, message }) => (
              <small key={`${rule}${message}`}>{message}</small>
            ))}
          </>
        ),
    },
    {
      key: "acts",
      title: "操作",
      narrow: true,
      show: ({ sha256, name, belongsTo, isErased }) =>
        isErased ? (
          "已按保存期限清除"
        ) : (
          <a href={fileAddress(agency, sha256)} download aria-label={`下载 ${name}`}>
            下载{belongsTo === "applicant" ? <small>留下记录</small> : null}
          </a>
        ),
    },
  ];
}
