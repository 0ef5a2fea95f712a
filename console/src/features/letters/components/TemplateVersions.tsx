import type { LetterTemplateView } from "@gongkai/server/contract";
import { Button } from "antd";
import { sayInstant } from "../../../lib/browser-clock.ts";

interface TemplateVersionsProps {
  readonly template: LetterTemplateView;
  readonly onTake: (title: string, lines: readonly string[]) => void;
}

/** Every wording there was, to be taken up again. */
export function TemplateVersions({ template: { versions, usual }, onTake }: TemplateVersionsProps) {
  return (
    <details className="panel">
      <summary>历次修改（{versions.length} 次）</summary>
      <ul className="plain template-versions">
        {versions.map(({ version, changedAt, changedBy, isReset, title, lines }) => (
          <li key={version}>
            第 {version} 版{isReset ? "：恢复程序自带的文本" : ""}
            <small>
              {sayInstant(changedAt).slice(0, 16)} {changedBy ?? ""}
            </small>
            {isReset ? null : (
              <Button size="small" onClick={() => onTake(title, lines)} aria-label={`取回到编辑区：第 ${version} 版`}>
                取回到编辑区
              </Button>
            )}
          </li>
        ))}
        <li>
          程序自带的文本
          <Button size="small" onClick={() => onTake(usual.title, usual.lines)} aria-label="取回到编辑区：程序自带的文本">
            取回到编辑区
          </Button>
        </li>
      </ul>
    </details>
  );
}
