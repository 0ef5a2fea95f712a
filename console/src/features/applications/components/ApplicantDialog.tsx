import { APPLICANT_KIND_WORDS } from "@gongkai/statute";
import { type Applicant, ID_TYPE_WORDS } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { openApplicant } from "../api/case.ts";

interface ApplicantDialogProps {
  readonly agency: string;
  readonly application: string;
  readonly onClose: () => void;
}

/** Who applied. Asks first: looking leaves a record. What was opened is forgotten with the dialog. */
export function ApplicantDialog({ agency, application, onClose }: ApplicantDialogProps) {
  const open = useCommand({ run: (http) => openApplicant(http, agency, application), changes: [] });
  if (open.data === undefined) {
    return (
      <ConfirmDialog
        title="查看申请人信息"
        confirmLabel="查看，并留下记录"
        fault={open.error}
        isSending={open.isPending}
        onConfirm={() => open.mutate(undefined)}
        onClose={onClose}
      >
        <p>申请人的身份和联系方式加密保存。查看的人、时间会记入审计，不能删除。仅在办理本件申请需要时查看。</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title="申请人信息" onClose={onClose}>
      <dl className="facts">
        {listFacts(open.data).map(([label, value]) => (
          <div key={label} className="fact-pair">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>本次查看已经记录。</p>
    </Dialog>
  );
}

function listFacts({ kind, name, idType, idNumber, creditCode, representative, agent, telephone, address, postcode, email }: Applicant) {
  const all: readonly (readonly [string, string | undefined])[] = [
    ["类别", APPLICANT_KIND_WORDS[kind]],
    [kind === "natural" ? "姓名" : "名称", name],
    [idType === undefined ? "证件号码" : ID_TYPE_WORDS[idType], idNumber],
    ["统一社会信用代码", creditCode],
    ["法定代表人", representative],
    ["代理人", agent === undefined ? undefined : `${agent.name} ${agent.idNumber ?? ""}`],
    ["电话", telephone],
    ["地址", address],
    ["邮政编码", postcode],
    ["电子邮箱", email],
  ];
  return all.filter(([, value]) => value !== undefined && value !== "");
}
