import type { ApplicationPage, DescribedKind, LetterDraft } from "@gongkai/server/contract";
import type { OutcomeCode } from "@gongkai/statute";
import { Button, Checkbox, Input } from "antd";
import { type ComponentType, useState } from "react";
import type { EntryFilesProps } from "../../../lib/use-entry-files.ts";
import { Select } from "../../../ui/Select.tsx";
import { groupOutcomes } from "../outcome-groups.ts";
import { fieldsToAsk } from "../pick-fields.ts";
import { useReply } from "../use-reply.ts";
import { LetterFieldInputs } from "./LetterFieldInputs.tsx";
import { LetterPreview } from "./LetterPreview.tsx";
import { OutcomeConsequences } from "./OutcomeConsequences.tsx";
import { ReplyFault } from "./ReplyFault.tsx";

interface ReplyDeskProps {
  readonly agency: string;
  readonly page: ApplicationPage;
  readonly kinds: readonly DescribedKind[];
  readonly draft: LetterDraft | undefined;
  readonly isOnSpot: boolean;
  readonly EntryFiles: ComponentType<EntryFilesProps>;
  readonly onDone: () => void;
}

/** The answer: outcome first, which fixes letter, article, remedy and row; then its fields, the letter beside them. */
export function ReplyDesk({ agency, page, kinds, draft, isOnSpot, EntryFiles, onDone }: ReplyDeskProps) {
  const reply = useReply({ agency, page, kinds, draft, isOnSpot, onDone });
  const { values, fields, change, kind, released, records, fetchable } = reply;
  const [groups] = useState(groupOutcomes);
  return (
    <div className="reply-columns">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void reply.handIn();
        }}
      >
        <ReplyFault fault={reply.fault} page={page} staleSince={reply.staleSince} />
        <div className="field">
          <label htmlFor="outcome">答复类型</label>
          <div className="field-help">按年报表三分组；选定后文书、依据、救济途径和统计的行一并确定</div>
          <Select
            id="outcome"
            aria-required
            showSearch={{ optionFilterProp: "label" }}
            placeholder="选择答复类型"
            value={values.outcome ?? null}
            onChange={(outcome: OutcomeCode) => reply.chooseOutcome(outcome)}
            options={groups.map(({ label, outcomes }) => ({
              label,
              options: outcomes.map(({ code, label: words }) => ({ value: code, label: words })),
            }))}
          />
        </div>
        {kind === undefined ? null : (
          <>
            {kind.consequences === null ? null : <OutcomeConsequences consequences={kind.consequences} />}
            <div className="field">
              <label htmlFor="article">引用的条款</label>
              <Input id="article" maxLength={100} value={values.article} onChange={({ target }) => change({ article: target.value })} />
            </div>
            <LetterFieldInputs fields={fieldsToAsk([kind], {})} values={fields} onChange={reply.changeFields} />
            {reply.mayRelease ? (
              <EntryFiles
                agency={agency}
                title="提供给申请人的政府信息"
                help={`${isOnSpot ? "当场交给申请人的文件" : "随答复提供的文件"}。答复送达后申请人可以在“查询进度”下载；不予公开的内容请先遮盖、删除。`}
                owner="office"
                isOwnerKnown
                isOpen
                files={released.files}
                fetchable={fetchable}
                onChange={released.setFiles}
                onBusy={released.setBusy}
              />
            ) : null}
            <EntryFiles
              agency={agency}
              title="办理材料"
              help="检索记录、审批单等，列入案卷，不提供给申请人。"
              owner="office"
              isOwnerKnown
              isOpen={records.files.length > 0}
              files={records.files}
              fetchable={fetchable}
              onChange={records.setFiles}
              onBusy={records.setBusy}
            />
            {isOnSpot ? (
              <div className="field">
                <Checkbox checked={values.isSealed} onChange={({ target }) => change({ isSealed: target.checked })}>
                  已经政府信息公开工作机构负责人同意，文书已加盖印章
                </Checkbox>
              </div>
            ) : null}
          </>
        )}
        <div className="form-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={reply.isSending}
            disabled={kind === undefined || (isOnSpot && !values.isSealed)}
          >
            {isOnSpot ? "当场答复" : "送审"}
          </Button>
          {isOnSpot ? null : (
            <Button disabled={kind === undefined || reply.isSending} onClick={() => void reply.keep()}>
              保存草稿
            </Button>
          )}
          <Button onClick={onDone}>返回案件</Button>
        </div>
        <p role="status">{reply.said}</p>
      </form>
      <div>
        {kind === undefined ? (
          <p className="page-lead">选定答复类型后，这里显示答复文书的预览。</p>
        ) : (
          <LetterPreview agency={agency} application={page.application.id} kind={kind.kind} fields={fields} article={values.article} />
        )}
      </div>
    </div>
  );
}
