import type { ApplicationPage } from "@gongkai/server/contract";
import { saySize } from "../../../lib/say-size.ts";
import { Mark } from "../../../ui/Mark.tsx";

interface ReleasedFilesProps {
  readonly title: string;
  readonly page: Pick<ApplicationPage, "released">;
  readonly stages: readonly ApplicationPage["released"][number]["stage"][];
}

/** The files the answer gives to the applicant, as far as they have come; downloads stand under 附件. */
export function ReleasedFiles({ title, page, stages }: ReleasedFilesProps) {
  const files = page.released.filter(({ stage }) => stages.includes(stage));
  if (files.length === 0) return null;
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="plain rows" aria-label={title}>
        {files.map(({ sha256, name, size, findings }) => (
          <li key={sha256}>
            {name} <small>{saySize(size)}</small>{" "}
            {findings.length === 0 ? null : <Mark tone="warning">有隐藏内容：{findings.map(({ message }) => message).join("；")}</Mark>}
          </li>
        ))}
      </ul>
    </div>
  );
}
