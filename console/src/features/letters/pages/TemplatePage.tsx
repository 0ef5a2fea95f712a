import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useCommand, useHttp } from "../../../lib/api.tsx";
import { useOrgan } from "../../../lib/organ.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Page as PageShell } from "../../../ui/Page.tsx";
import { ProblemNotice } from "../../../ui/ProblemNotice.tsx";
import { resetTemplate, templateQuery, templatesKey } from "../api/templates.ts";
import { TemplateEditor } from "../components/TemplateEditor.tsx";
import "../letters.css";

/** One letter's wording: written, looked at, checked, kept in versions. */
export function Page() {
  const organ = useOrgan();
  const { kind = "" } = useParams({ strict: false }) as { kind?: string }; // the route is registered by feature
  const { data, error, refetch } = useQuery(templateQuery(useHttp(), organ.code, kind));
  const [isResetting, setResetting] = useState(false);
  const [said, setSaid] = useState("");
  const reset = useCommand({
    run: (http, version: number, key) => resetTemplate(http, organ.code, kind, version, key),
    changes: [templatesKey(organ.code)],
    done: () => {
      setResetting(false);
      setSaid("已恢复程序自带的文本。");
    },
  });
  if (data === undefined) {
    return (
      <PageShell title="文书模板">
        {error === null ? <p className="waiting">正在读取…</p> : <ProblemNotice fault={error} onRetry={() => void refetch()} />}
      </PageShell>
    );
  }
  const { version, isOwn, usual } = data;
  return (
    <PageShell
      title={`文书模板：${usual.title}`}
      actions={isOwn ? <Button onClick={() => setResetting(true)}>恢复程序自带的文本</Button> : undefined}
    >
      <p role="status">
        {isOwn ? <Mark tone="notice">本机关文本（第 {version} 版）</Mark> : <Mark tone="plain">程序自带的文本</Mark>}
        {said}
      </p>
      <TemplateEditor
        key={version}
        agency={organ.code}
        template={data}
        onSaved={(saved) => setSaid(`已保存为第 ${saved} 版，今后拟写的文书采用这一文本。`)}
      />
      {isResetting ? (
        <ConfirmDialog
          title="恢复程序自带的文本"
          confirmLabel="恢复"
          fault={reset.error}
          isSending={reset.isPending}
          onConfirm={() => reset.mutate(version)}
          onClose={() => setResetting(false)}
        >
          <p>今后拟写的这种文书采用程序自带的文本。本机关改写的各版仍然保留，可以随时取回；已经发出的文书不受影响。</p>
        </ConfirmDialog>
      ) : null}
    </PageShell>
  );
}
