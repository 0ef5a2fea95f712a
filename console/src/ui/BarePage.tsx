import { useEffect, type ReactNode } from "react";

/** A page before anybody is signed in: one card, nothing else. */
export function BarePage({
  title,
  lead,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} - 政府信息公开工作后台`;
  }, [title]);
  return (
    <div className={wide ? "bare bare-wide" : "bare"}>
      <header>
        <p className="bare-brand">政府信息公开工作后台</p>
      </header>
      <main>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="page-lead">{lead}</p>}
        {children}
      </main>
      <footer>
        <a href="/">返回公众页面</a>
      </footer>
    </div>
  );
}
