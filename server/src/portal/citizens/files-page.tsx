import type { FieldProblem } from "../../citizens/form-words.ts";
import type { ShownFile } from "../../citizens/keep-file.ts";
import { DiscardForm, type StepFrame, StepLayout } from "./form-pages.tsx";
import { FormField } from "./form-field.tsx";

export interface FilesPageProps extends StepFrame {
  readonly files: readonly ShownFile[];
  readonly problems: readonly FieldProblem[];
  /** Name of the file that was added just now. */
  readonly added?: string | undefined;
}

export const FILE_HINT = "PDF、JPG、PNG、Word、Excel、WPS、纯文本；每个不超过20MB，最多10个，合计50MB。";

/** Attachments, one upload at a time: works without script, and what is up stays up when the line breaks. */
export function FilesPage({ files, problems, added, ...frame }: FilesPageProps) {
  const { organ, draftId, token } = frame;
  const here = `/apply/${organ.code}/${draftId}/files`;
  return (
    <StepLayout frame={frame} step="files" problems={problems}>
      <p>例如身份证件影印件、授权委托书、有助于查找的线索。附件加密保存，不会公开。</p>
      {added === undefined ? null : (
        <p class="citizen-fine" role="status">
          已上传：{added}
        </p>
      )}
      <FileList files={files} remove={(file) => `${here}/${file.id}/remove`} token={token} />
      <form class="citizen-form" method="post" action={here} encType="multipart/form-data">
        <input type="hidden" name="token" value={token} />
        <FormField name="file" label="选择文件" hint={FILE_HINT} problems={problems}>
          {(marks) => <input type="file" {...marks} multiple />}
        </FormField>
        <button class="button button--secondary" type="submit">
          上传
        </button>
      </form>
      <p class="citizen-form__actions">
        <a class="button" href={`/apply/${organ.code}/${draftId}/preview`}>
          继续：核对
        </a>
      </p>
      <DiscardForm frame={frame} />
    </StepLayout>
  );
}

export function FileList({
  files,
  remove,
  token,
}: {
  readonly files: readonly ShownFile[];
  readonly remove?: (file: ShownFile) => string;
  readonly token?: string;
}) {
  if (files.length === 0) return <p>还没有附件。</p>;
  return (
    <ul class="citizen-files">
      {files.map((file) => (
        <li>
          <span class="citizen-files__name">{file.name}</span> <span class="citizen-hint">{saySize(file.size)}</span>
          {file.remark === null ? null : (
            <p class="citizen-remark">请留意：{file.remark}如不想让工作人员看到，请删除后另存为 PDF 再上传。</p>
          )}
          {remove === undefined ? null : (
            <form method="post" action={remove(file)}>
              <input type="hidden" name="token" value={token} />
              <button class="link-button" type="submit">
                删除<span class="visually-hidden">{file.name}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Size of a file as people say it. */
export function saySize(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
