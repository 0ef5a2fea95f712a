import type { CitizenPapers } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { organPath } from "../../../lib/feature.ts";
import { isMeantFor, useOrgan } from "../../../lib/organ.ts";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { papersQuery } from "../api/intake.ts";
import { Suspicions } from "./IntakeTable.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { FileTable, LinkTable, StatementTable } from "./PaperTables.tsx";
import { QueryCodeDialog } from "./QueryCodeDialog.tsx";
import { StatementDialog } from "./StatementDialog.tsx";
import "../intake.css";

type Open =
  | { readonly what: "code" }
  | { readonly what: "link"; readonly consultation: string }
  | { readonly what: "statement"; readonly statement: CitizenPapers["statements"][number] };

/** What the applicant and third parties handed in through the internet, and their ways to the case. */
export function CasePapers({ agency, application }: { readonly agency: string; readonly application: string }) {
  const organ = useOrgan();
  const mayGive = isMeantFor(["registrar", "officeHead"], organ.roles);
  const isReader = [...organ.roles].some((role) => role !== "supervisor" && role !== "administrator");
  const { data, error, refetch } = useQuery({ ...papersQuery(useHttp(), agency, application), enabled: isReader });
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);
  if (!isReader) return null;
  const {
    receiptNumber = null,
    setAsideReason = null,
    suspicions = [],
    files = [],
    statements = [],
    consultations = [],
    links = [],
  } = data ?? {};
  return (
    <section className="panel">
      <div className="intake-head">
        <h2>申请人、第三方提交的材料</h2>
        {mayGive ? <Button onClick={() => setOpen({ what: "code" })}>{receiptNumber === null ? "发给查询码" : "换发查询码"}</Button> : null}
      </div>
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      {receiptNumber === null ? null : <p>回执号 {receiptNumber}</p>}
      {setAsideReason === null ? null : (
        <p className="notice">
          已搁置，需要办理的，在<Link to={organPath(agency, "intake")}>网上申请</Link>中恢复，或者直接与申请人确认。原因：{setAsideReason}
        </p>
      )}
      {suspicions.length === 0 ? null : (
        <p>
          提交时的可疑之处（仅供留意）：
          <Suspicions suspicions={suspicions} />
        </p>
      )}
      {data !== undefined && files.length + statements.length + links.length === 0 ? <p>网上没有提交材料。</p> : null}
      {files.length + statements.length === 0 ? null : (
        <p className="field-help">加密保存，仅在办理需要时打开；打开的人、时间会留下记录。</p>
      )}
      {files.length === 0 ? null : <FileTable agency={agency} application={application} files={files} statements={statements} />}
      {statements.length === 0 ? null : (
        <StatementTable statements={statements} onOpen={(statement) => setOpen({ what: "statement", statement })} />
      )}
      {links.length === 0 ? null : <LinkTable links={links} />}
      {mayGive
        ? consultations.map(({ id, sentOn }) => (
            <p key={id}>
              第 {id} 项征求意见（{sentOn} 发出）：
              <Button onClick={() => setOpen({ what: "link", consultation: id })}>
                {links.some(({ consultation }) => consultation === id) ? "换发网上提交意见的链接" : "生成网上提交意见的链接"}
              </Button>
            </p>
          ))
        : null}
      {open?.what === "code" ? (
        <QueryCodeDialog agency={agency} application={application} hadOne={receiptNumber !== null} onClose={close} />
      ) : null}
      {open?.what === "link" ? (
        <LinkDialog agency={agency} application={application} consultation={open.consultation} onClose={close} />
      ) : null}
      {open?.what === "statement" ? (
        <StatementDialog agency={agency} application={application} statement={open.statement} onClose={close} />
      ) : null}
    </section>
  );
}
