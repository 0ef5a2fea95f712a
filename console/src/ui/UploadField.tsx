import { useState } from "react";
import { sayProblem } from "../lib/problem.ts";

interface UploadFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** Endings, as the browser takes them. */
  readonly accept: string;
  readonly isReading: boolean;
  readonly fault: unknown;
  readonly onFile: (file: File) => void;
}

/** One file that is read as soon as it is chosen, and why it could not be. */
export function UploadField({ id, label, help, accept, isReading, fault, onFile }: UploadFieldProps) {
  const [name, setName] = useState("");
  return (
    <>
      {fault === null ? null : (
        <div className="error-summary" role="alert">
          <p>
            《{name}》没有读出：{sayProblem(fault)}
          </p>
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <div className="field-help" id={`${id}-help`}>
          {help}
        </div>
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={`${id}-help`}
          disabled={isReading}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file === undefined) return;
            setName(file.name);
            onFile(file);
            target.value = "";
          }}
        />
        <span role="status">{isReading ? `正在读取《${name}》…` : ""}</span>
      </div>
    </>
  );
}
