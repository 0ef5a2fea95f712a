import type { KeptAttachment } from "@gongkai/server/contract";
import { useState } from "react";
import { ProblemError } from "./problem.ts";

/** The field of files of a form; the feature of attachments has it, other features are handed it. */
export interface EntryFilesProps {
  readonly agency: string;
  /** What the files are called; left out: 附件. */
  readonly title?: string;
  /** Which files are meant. */
  readonly help: string;
  /** Whose the files usually are here. */
  readonly owner: "office" | "applicant";
  /** Whether they can be nobody else's: then it is not asked. */
  readonly isOwnerKnown: boolean;
  readonly isOpen: boolean;
  readonly files: readonly KeptAttachment[];
  /** Which of them can be fetched already, since a draft or a case keeps them; left out: none. */
  readonly fetchable?: readonly string[];
  readonly onChange: (change: (before: readonly KeptAttachment[]) => readonly KeptAttachment[]) => void;
  readonly onBusy: (isBusy: boolean) => void;
}

/** Files that go with a form. Until each has arrived the form is not sent. */
export function useEntryFiles(initial: readonly KeptAttachment[] = []) {
  const [files, setFiles] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  return {
    files,
    setFiles,
    setBusy,
    /** What the form sends beside its fields. */
    toDocuments: (): { readonly documents?: string[] } => (files.length === 0 ? {} : { documents: files.map(({ sha256 }) => sha256) }),
    /** Throws what the form shows while a file is on its way. */
    awaitFiles: () => {
      if (isBusy) throw new ProblemError({ status: 409, error: "files-on-their-way", message: "文件正在上传，请等上传完后再提交。" });
    },
  };
}
