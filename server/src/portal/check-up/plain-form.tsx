import { READABLE_KINDS } from "../components/file-picker/file-picker.tsx";

/** The page without script: the browser's own file fields and one button. */
export function PlainForm() {
  return (
    <form class="plain-form" method="post" action="/check-up" encType="multipart/form-data">
      <p>
        <label for="plain-file">年度报告文件（可选多个，最多 10 份）</label>
        <input id="plain-file" type="file" name="file" multiple required accept={READABLE_KINDS} />
      </p>
      <p>
        <label for="plain-previous">上一年度报告（可不选；只核对一份报告时使用）</label>
        <input id="plain-previous" type="file" name="previous" accept={READABLE_KINDS} />
      </p>
      <p>
        <button type="submit" class="button">
          开始核对
        </button>
      </p>
    </form>
  );
}
