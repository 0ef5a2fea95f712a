import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useHttp } from "../../../lib/api.tsx";
import { sayProblem } from "../../../lib/problem.ts";
import { previewQuery } from "../api/letters.ts";
import { filledIn } from "../pick-fields.ts";
import { useSettled } from "../use-settled.ts";
import { LetterPaper } from "./LetterPaper.tsx";
import "../letters.css";

interface LetterPreviewProps {
  readonly agency: string;
  readonly application: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly article?: string | undefined;
}

/** The letter as it would go out today, the applicant masked, with everything it still lacks. */
export function LetterPreview({ agency, application, kind, fields, article }: LetterPreviewProps) {
  const settled = useSettled(
    JSON.stringify({ kind, fields: filledIn(fields), ...(article === undefined || article === "" ? {} : { article }) }),
  );
  const { data, error, isFetching } = useQuery(previewQuery(useHttp(), agency, application, JSON.parse(useDeferredValue(settled))));
  return (
    <section className="letter-preview" aria-label="文书预览" aria-busy={isFetching}>
      <h2>预览</h2>
      {error === null ? null : <p role="alert">{sayProblem(error)}</p>}
      {data === undefined ? null : (
        <>
          {data.issues.length === 0 ? (
            <p className="letter-whole">内容齐全，可以办理。</p>
          ) : (
            <div className="hint">
              <p>还缺：</p>
              <ul>
                {data.issues.map(({ code, text }) => (
                  <li key={`${code}-${text}`}>{text}</li>
                ))}
              </ul>
            </div>
          )}
          <LetterPaper title={data.title} html={data.html} />
        </>
      )}
    </section>
  );
}
