import type { Finding, Passage, Report, Sections } from "@gongkai/annual-report";
import type { ComponentChildren } from "preact";
import { SEVERITY_MARKS, SEVERITY_NAMES } from "../form-table/describe-cell.ts";

export interface ReportSectionProps {
  /** What stands between heading and text, e.g. the button that opens it for writing. */
  readonly children?: ComponentChildren;
  readonly report: Report;
  readonly section: keyof Sections;
  readonly heading: string;
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly selected?: Finding | undefined;
}

/** A text section, with the passages the findings speak of marked in it. */
export function ReportSection({ report, section, heading, findings, name, selected, children }: ReportSectionProps) {
  const text = report.sections[section];
  return (
    <section class="report-section">
      <h3>{heading}</h3>
      {children}
      {text === null || text === "" ? (
        <p class="report-section__none">文件中没有读到这一部分。</p>
      ) : (
        <div class="report-section__text">
          <MarkedText text={text} section={section} findings={findings} name={name} selected={selected} />
        </div>
      )}
    </section>
  );
}

interface MarkedTextProps {
  readonly text: string;
  readonly section: keyof Sections;
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly selected?: Finding | undefined;
}

function MarkedText({ text, section, findings, name, selected }: MarkedTextProps) {
  const marks = findings
    .flatMap((finding, number) => (finding.passage?.section === section ? [{ finding, number, passage: finding.passage }] : []))
    .sort((a, b) => a.passage.start - b.passage.start);
  const pieces = [];
  let end = 0;
  for (const { finding, number, passage } of marks) {
    // Findings about the same words share the first mark.
    if (passage.start < end) continue;
    pieces.push(text.slice(end, passage.start));
    pieces.push(
      <mark
        class={`passage passage--${finding.severity}${finding === selected ? " passage--selected" : ""}`}
        id={passageId(name, passage)}
        tabIndex={-1}
        key={number}
      >
        {text.slice(passage.start, passage.end)}
        <span aria-hidden="true" class="passage__mark">
          {SEVERITY_MARKS[finding.severity]}
        </span>
        <span class="visually-hidden">（{SEVERITY_NAMES[finding.severity]}）</span>
      </mark>,
    );
    end = passage.end;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}

/** The name of a marked passage: what a finding about prose leads to. */
export function passageId(name: string, { section, start }: Passage): string {
  return `${name}-${section ?? "text"}-${start}`;
}
