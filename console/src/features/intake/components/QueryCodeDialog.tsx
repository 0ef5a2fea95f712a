import { useCommand } from "../../../lib/api.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { giveQueryCode, papersKey } from "../api/intake.ts";

interface QueryCodeDialogProps {
  readonly agency: string;
  readonly application: string;
  readonly hadOne: boolean;
  readonly onClose: () => void;
}

/** Number and code for an applicant who came in person, or has lost the code. Shown once. */
export function QueryCodeDialog({ agency, application, hadOne, onClose }: QueryCodeDialogProps) {
  const give = useCommand({
    run: (http) => giveQueryCode(http, agency, application),
    changes: [papersKey(agency, application), ["application", agency, application]],
  });
  if (give.data === undefined) {
    return (
      <ConfirmDialog
        title={hadOne ? "换发查询码" : "发给查询码"}
        confirmLabel={hadOne ? "已核对身份，换发" : "已核对身份，发给"}
        fault={give.error}
        isSending={give.isPending}
        onConfirm={() => give.mutate(undefined)}
        onClose={onClose}
      >
        <p>
          申请人凭回执号和查询码在网上查看进度、补正、下载文书。请先核对身份证件，确认是申请人本人或者代理人。
          {hadOne ? "先前的查询码随即失效。" : ""}
        </p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title="回执号和查询码" onClose={onClose}>
      <dl className="facts">
        <dt>回执号</dt>
        <dd className="intake-code">{give.data.receiptNumber}</dd>
        <dt>查询码</dt>
        <dd className="intake-code">{give.data.code}</dd>
      </dl>
      <p>查询码只显示这一次，本系统不保存它的原文。请抄给申请人，不要用短信、邮件发送。</p>
    </Dialog>
  );
}
