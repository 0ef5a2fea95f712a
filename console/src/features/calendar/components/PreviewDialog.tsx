import type { CalendarPreview } from "@gongkai/server/contract";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface PreviewDialogProps {
  readonly year: number;
  readonly effect: CalendarPreview;
  readonly fault: unknown;
  readonly isSending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What adopting a year changes: days, and the limits that run over them. */
export function PreviewDialog({ year, effect: { days, moved, limits }, fault, isSending, onConfirm, onClose }: PreviewDialogProps) {
  return (
    <ConfirmDialog
      title={`采用 ${year} 年放假安排`}
      confirmLabel="确认采用"
      fault={fault}
      isSending={isSending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {days.length === 0 ? "上班和放假的日子没有变化。" : `有 ${days.length} 天的上班、放假发生变化。`}
        {moved === 0 ? "正在计算的期限不受影响。" : `正在计算的期限有 ${moved} 项随之变动，采用后自动重算并留下记录：`}
      </p>
      {limits.length === 0 ? null : (
        <ul className="scroll-list" tabIndex={0} aria-label="随之变动的期限">
          {limits.map(({ agency, name, rule, from, to }) => (
            <li key={`${agency.code}-${name}-${rule}`}>
              {agency.name}：{name}，{rule}由 {from ?? "未计算"} 变为 {to ?? "未计算"}
            </li>
          ))}
        </ul>
      )}
      {days.length === 0 ? null : (
        <details>
          <summary>有变化的日子</summary>
          <ul>
            {days.map(({ date, before, after }) => (
              <li key={date}>
                {date}：{before} → {after}
              </li>
            ))}
          </ul>
        </details>
      )}
    </ConfirmDialog>
  );
}
