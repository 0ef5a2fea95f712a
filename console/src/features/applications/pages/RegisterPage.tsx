import type { ActDone } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { organPath } from "../../../lib/feature.ts";
import { useOrgan } from "../../../lib/organ.ts";
import { Page as PageShell } from "../../../ui/Page.tsx";
import type { CaseParts } from "../case-parts.ts";
import { RegistrationForm } from "../components/RegistrationForm.tsx";
import "../cases.css";

/** 登记申请: what came on paper, by fax or by word of mouth. */
export function RegisterPage({ EntryFiles }: Pick<CaseParts, "EntryFiles">) {
  const organ = useOrgan();
  const [done, setDone] = useState<ActDone | undefined>(undefined);
  return (
    <PageShell
      title="登记申请"
      lead="当面、邮寄、传真、口头提出的申请在这里登记。身份信息加密保存，列表中只显示隐去部分的姓名。不要求申请人说明用途。"
    >
      {done === undefined ? (
        <RegistrationForm agency={organ.code} EntryFiles={EntryFiles} onDone={setDone} />
      ) : (
        <Registered agency={organ.code} done={done} onNext={() => setDone(undefined)} />
      )}
    </PageShell>
  );
}

function Registered({
  agency,
  done: { id, number, dueOn },
  onNext,
}: {
  readonly agency: string;
  readonly done: ActDone;
  readonly onNext: () => void;
}) {
  return (
    <section className="panel registered" role="status">
      <h2>{number === null ? "已保存，等待与申请人确认" : "已登记"}</h2>
      <dl className="facts">
        <dt>登记编号</dt>
        <dd>{number ?? "确认后编号"}</dd>
        <dt>答复期限</dt>
        <dd>{dueOn ?? "自确认次日起计算20个工作日"}</dd>
      </dl>
      <div className="form-buttons">
        <Button type="primary" autoFocus onClick={onNext}>
          继续登记下一件
        </Button>
        <Link className="button-link" to={organPath(agency, `applications/${id}`)}>
          打开这件申请
        </Link>
      </div>
    </section>
  );
}
