import type { ReactNode } from "react";

/** A word set apart: never by colour alone, the word itself says it. */
export function Mark({
  tone,
  children,
}: {
  readonly tone: "error" | "warning" | "notice" | "fine" | "plain";
  readonly children: ReactNode;
}) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
