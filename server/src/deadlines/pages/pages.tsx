import { renderToString } from "preact-render-to-string";
import { DeadlinePage, type DeadlinePageProps } from "./deadline-page.tsx";

/** The calculator's page as the server renders it. */
export function renderDeadlinePage(props: DeadlinePageProps): string {
  return `<!doctype html>${renderToString(<DeadlinePage {...props} />)}`;
}
