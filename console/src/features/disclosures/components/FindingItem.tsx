import type { Screening } from "@gongkai/server/contract";
import { Button } from "antd";
import { Mark } from "../../../ui/Mark.tsx";
import { placeId } from "../mark-places.ts";
import { sayRule, saySource, SEVERITY_TONES, SEVERITY_WORDS } from "../words.ts";

type Finding = Screening["findings"][number];

interface FindingItemProps {
  readonly finding: Finding;
  readonly isBusy: boolean;
  readonly onMask: (() => void) | undefined;
  readonly onJudge: (() => void) | undefined;
}

/** Findings in files that cleaning the file takes away. */
const CLEANED = new Set(["comment", "trackedChange", "hiddenText", "hiddenSheet", "hiddenCells", "metadata"]);

/** One finding: what, where, why, and what to do. */
export function FindingItem({ finding, isBusy, onMask, onJudge }: FindingItemProps) {
  const { rule, severity, source, found, reason, suggestion, replacement, verdict, fingerprint } = finding;
  const isDone = verdict !== null;
  const cleans = CLEANED.has(rule);
  return (
    <li className={isDone ? "finding finding-done" : `finding finding-${severity}`}>
      <p>
        <Mark tone={isDone ? "fine" : SEVERITY_TONES[severity]}>{isDone ? "已认定" : SEVERITY_WORDS[severity]}</Mark>
        <strong>{sayRule(rule)}</strong>，在{saySource(source)}
      </p>
      <Context finding={finding} />
      <p>{reason}</p>
      {isDone ? (
        <p>
          {verdict.on} {verdict.by ?? ""}认定可以公开：{verdict.reason}
        </p>
      ) : (
        <>
          <p>建议：{suggestion}</p>
          <div className="acts">
            {onMask !== undefined && replacement !== null ? (
              <Button type="primary" disabled={isBusy} onClick={onMask}>
                {replacement === "" ? `删去“${found}”` : `隐去为 ${replacement}`}
              </Button>
            ) : null}
            {onMask !== undefined && replacement === null && cleans ? (
              <Button type="primary" disabled={isBusy} onClick={onMask}>
                清理附件
              </Button>
            ) : null}
            {onJudge === undefined ? null : <Button onClick={onJudge}>可以公开，说明理由</Button>}
            {source === "body" ? (
              <a href={`#${placeId(fingerprint)}`} onClick={(event) => lookAt(event, fingerprint)}>
                看正文中的位置
              </a>
            ) : null}
          </div>
        </>
      )}
    </li>
  );
}

function Context({ finding: { context, found } }: { readonly finding: Finding }) {
  const at = found === "" ? -1 : context.indexOf(found);
  if (at === -1) return <blockquote>{context}</blockquote>;
  return (
    <blockquote>
      …{context.slice(0, at)}
      <mark>{found}</mark>
      {context.slice(at + found.length)}…
    </blockquote>
  );
}

/** A jump to a fragment would stand in the history. */
function lookAt(event: React.MouseEvent, fingerprint: string): void {
  event.preventDefault();
  const place = document.getElementById(placeId(fingerprint));
  place?.scrollIntoView({ block: "center" });
  place?.setAttribute("tabindex", "-1");
  place?.focus({ preventScroll: true });
}
