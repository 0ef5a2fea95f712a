import { ID_TYPE_WORDS, type OwnRecordContent } from "@gongkai/server/contract";
import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { openOwnRecord } from "../api/own-records.ts";

interface ContentDialogProps {
  readonly agency: string;
  readonly record: string;
  readonly onClose: () => void;
}

/** Who asked and for what. Asks first: looking leaves a record. What was opened is forgotten with the dialog. */
export function ContentDialog({ agency, record, onClose }: ContentDialogProps) {
  const open = useCommand({ run: (http) => openOwnRecord(http, agency, record), changes: [] });
  if (open.data === undefined) {
    return (
      <ConfirmDialog
        title="查看申请人和请求"
        confirmLabel="查看，并留下记录"
        fault={open.error}
        isSending={open.isPending}
        onConfirm={() => open.mutate(undefined)}
        onClose={onClose}
      >
        <p>申请人的身份和请求的内容加密保存。查看的人、时间会记入审计，不能删除。仅在办理本件申请需要时查看。</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title="申请人和请求" onClose={onClose}>
      <dl className="facts">
        {listFacts(open.data).map(([label, text]) => (
          <div className="fact-line" key={`${label}${text}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function listFacts({ applicant, record, wrong, right, proof, notes }: OwnRecordContent): readonly (readonly [string, string])[] {
  const { name, idType, idNumber, creditCode, representative, telephone, address, email } = applicant;
  const NOTES: Readonly<Record<string, string>> = {
    checked: "核实说明",
    corrected: "更正的内容",
    refused: "不予更正的理由",
    transferred: "转送说明",
  };
  return [
    ["申请人", name],
    [idType === undefined ? "证件号码" : ID_TYPE_WORDS[idType], idNumber ?? ""],
    ["统一社会信用代码", creditCode ?? ""],
    ["法定代表人或者负责人", representative ?? ""],
    ["联系电话", telephone ?? ""],
    ["通信地址", address ?? ""],
    ["电子邮箱", email ?? ""],
    ["要求更正的记录", record],
    ["认为不准确的内容", wrong],
    ["主张的内容", right],
    ["证据", proof],
    ...notes.map(({ type, on, text }) => [`${NOTES[type] ?? type}（${on}）`, text] as const),
  ].flatMap(([label = "", text = ""]) => (text === "" ? [] : [[label, text] as const]));
}
