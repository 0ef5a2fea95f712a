import type { Finding, Report, Sections } from "@gongkai/annual-report";
import { useLayoutEffect, useRef } from "preact/hooks";
import { listFacts } from "../../check-up/list-facts.ts";
import { SEVERITY_MARKS, SEVERITY_NAMES } from "../form-table/describe-cell.ts";

export interface SectionEditorProps {
  readonly report: Report;
  /** Last year's text, to be looked at beside. */
  readonly previous?: string | null | undefined;
  readonly section: keyof Sections;
  readonly heading: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly onWrite: (text: string) => void;
  readonly onClose: () => void;
}

/** A text section being written, beside the figures it must agree with; what disagrees is told as it is written. */
export function SectionEditor({ report, previous, section, heading, name, findings, onWrite, onClose }: SectionEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = report.sections[section] ?? "";
  const facts = listFacts(report, section);
  const about = findings.filter((finding) => finding.passage?.section === section);
  useLayoutEffect(() => field.current?.focus(), []);

  function insert(words: string): void {
    const { current } = field;
    if (current === null) return;
    const { selectionStart, selectionEnd, value } = current;
    const before = value.slice(0, selectionStart);
    const piece = before === "" || /[，。；：、\n]$/u.test(before) ? words : `，${words}`;
    current.setRangeText(piece, selectionStart, selectionEnd, "end");
    current.focus();
    onWrite(current.value);
  }

  return (
    <section class="section-editor">
      <h3>{heading}</h3>
      <div class="section-editor__columns">
        <div class="section-editor__text">
          <label class="visually-hidden" for={`${name}-${section}-text`}>
            {heading}正文
          </label>
          <textarea
            id={`${name}-${section}-text`}
            ref={field}
            rows={14}
            maxLength={100_000}
            value={text}
            onInput={(event) => onWrite(event.currentTarget.value)}
          />
          <p class="section-editor__count">{[...text].length} 字</p>
          <ul class="section-editor__findings" aria-label="文字与表格不一致之处">
            {about.map((finding) => (
              <li>
                <span class={`severity severity--${finding.severity}`}>
                  <span aria-hidden="true">{SEVERITY_MARKS[finding.severity]}</span> {SEVERITY_NAMES[finding.severity]}
                </span>{" "}
                {finding.message}
              </li>
            ))}
          </ul>
          <button type="button" class="button button--small" onClick={onClose}>
            完成
          </button>
        </div>
        {facts.length === 0 ? null : (
          <div class="section-editor__facts">
            <h4>表中数据（点击插入正文）</h4>
            <ul>
              {facts.map((fact) => (
                <li>
                  <button type="button" class="link-button" onClick={() => insert(fact)}>
                    <span class="visually-hidden">插入：</span>
                    {fact}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {previous === undefined || previous === null || previous === "" ? null : (
        <details class="section-editor__previous">
          <summary>上年这一部分的文字</summary>
          <p>{previous}</p>
        </details>
      )}
    </section>
  );
}
