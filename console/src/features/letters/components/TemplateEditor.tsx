import { type LetterTemplateView, SaveTemplate } from "@gongkai/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { useEntry } from "../../../lib/use-entry.ts";
import { EntryForm } from "../../../ui/EntryForm.tsx";
import { fieldId } from "../../../ui/ErrorSummary.tsx";
import { Field } from "../../../ui/Field.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { saveTemplate, templatePreviewQuery, templatesKey } from "../api/templates.ts";
import { insertAt, joinLines, splitLines } from "../template-text.ts";
import { useSettled } from "../use-settled.ts";
import { LetterPaper } from "./LetterPaper.tsx";
import { TemplateFields } from "./TemplateFields.tsx";
import { TemplateVersions } from "./TemplateVersions.tsx";

interface TemplateEditorProps {
  readonly agency: string;
  readonly template: LetterTemplateView;
  readonly onSaved: (version: number) => void;
}

/** The wording on one side, on the other how a letter of a made-up case looks with it and what is still missing. */
export function TemplateEditor({ agency, template, onSaved }: TemplateEditorProps) {
  const { kind, version, fields } = template;
  const save = useCommand({
    run: (http, body: { version: number; title: string; lines: string[] }, key) => saveTemplate(http, agency, kind, body, key),
    changes: [templatesKey(agency), ["letter-kinds", agency], ["letter-preview", agency]],
    done: ({ version: saved }) => onSaved(saved),
  });
  const entry = useEntry({
    schema: SaveTemplate,
    initial: { title: template.title, text: joinLines(template.lines) },
    labels: { title: "标题", lines: "正文" },
    toSend: ({ title, text }) => ({ version, title, lines: splitLines(text) }),
    send: (body) => save.mutateAsync(body),
  });
  const { values, change, id } = entry;
  const insert = (label: string) => {
    const area = document.getElementById(fieldId(id, "lines"));
    const { selectionStart: from, selectionEnd: to } =
      area instanceof HTMLTextAreaElement ? area : { selectionStart: null, selectionEnd: null };
    const { text, caret } = insertAt(values.text, `{${label}}`, from ?? values.text.length, to ?? values.text.length);
    change({ text });
    requestAnimationFrame(() => {
      if (!(area instanceof HTMLTextAreaElement)) return;
      area.focus();
      area.setSelectionRange(caret, caret);
    });
  };
  return (
    <div className="reply-columns">
      <div>
        <EntryForm entry={entry} submitLabel="保存为新的一版" wide>
          <Field entry={entry} name="title" required>
            {(control) => (
              <Input {...control} maxLength={60} value={values.title} onChange={({ target }) => change({ title: target.value })} />
            )}
          </Field>
          <Field
            entry={entry}
            name="lines"
            required
            help="一行一段。{字段} 由系统填写；[ ] 中的字段空缺时整段略去；以 | 开头的是表格的一行；〔落款〕、---（另页）、# 小标题各占一行。"
          >
            {({ status: _status, ...control }) => (
              <Input.TextArea
                {...control}
                rows={24}
                className="template-text"
                value={values.text}
                onChange={({ target }) => change({ text: target.value })}
              />
            )}
          </Field>
        </EntryForm>
        <TemplateFields fields={fields} text={values.text} onInsert={insert} />
        <TemplateVersions template={template} onTake={(title, lines) => change({ title, text: joinLines(lines) })} />
      </div>
      <TemplatePreviewPane agency={agency} kind={kind} title={values.title} text={values.text} />
    </div>
  );
}

interface PreviewPaneProps {
  readonly agency: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

function TemplatePreviewPane({ agency, kind, title, text }: PreviewPaneProps) {
  const settled = useSettled(JSON.stringify({ title: title.trim() === "" ? "（没有标题）" : title, lines: splitLines(text) }));
  const { data, error, refetch, isFetching } = useQuery(templatePreviewQuery(useHttp(), agency, kind, JSON.parse(settled)));
  return (
    <section className="letter-preview" aria-label="预览" aria-busy={isFetching}>
      <h2>预览（虚构的案件）</h2>
      {error === null ? null : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <div role="status">
            {data.issues.length === 0 ? (
              <p className="letter-whole">必备内容齐全，可以保存。</p>
            ) : (
              <div className="hint">
                <p>还不能保存：</p>
                <ul>
                  {data.issues.map(({ code, text: words }) => (
                    <li key={`${code}-${words}`}>{words}</li>
                  ))}
                </ul>
              </div>
            )}
          </div>
          <LetterPaper title={title} html={data.html} />
        </>
      )}
    </section>
  );
}
