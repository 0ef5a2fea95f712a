import type { KeptAttachment } from "@gongkai/server/contract";
import { useState } from "react";
import { ProblemError } from "../../lib/problem.ts";

/** Files that go with a form. Until each has arrived the form is not sent. */
export function useEntryFiles() {
  const [files, setFiles] = useState<readonly KeptAttachment[]>([]);
  const [isBusy, setBusy] = useState(false);
  return {
    files,
    setFiles,
    setBusy,
    /** What the form sends beside its fields. */
    toDocuments: (): { readonly documents?: readonly string[] } =>
      files.length === 0 ? {} : { documents: files.map(({ sha256 }) => sha256) },
    /** Throws what the form shows while a file is on its way. */
    awaitFiles: () => {
      if (isBusy) throw new ProblemError({ status: 409, error: "files-on-their-way", message: "文件正在上传，请等上传完后再提交。" });
    },
  };
}
