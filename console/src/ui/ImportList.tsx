import { Link } from "@tanstack/react-router";
import { sayInstant } from "../lib/browser-clock.ts";
import { type ImportProgress, type ImportWords, markState, sayProgress } from "../lib/import-progress.ts";
import { type Column, ListTable } from "./ListTable.tsx";
import { Mark } from "./Mark.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

export interface ListedImport extends ImportProgress {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  /** Null from the command line. */
  readonly createdBy: string | null;
}

interface ImportListProps<Listed extends ListedImport> {
  /** Undefined until it was read. */
  readonly imports: readonly Listed[] | undefined;
  readonly fault: unknown;
  readonly onRetry: () => void;
  readonly words: ImportWords;
  readonly addressOf: (id: string) => string;
  /** What else there is to say of the file. */
  readonly note?: (one: Listed) => string;
  readonly empty: string;
}

/** Every import there was, with how far it is. */
export function ImportList<Listed extends ListedImport>(props: ImportListProps<Listed>) {
  const { imports, fault, onRetry, words, empty } = props;
  const title = `历次${words.verb}`;
  return (
    <section className="panel" aria-labelledby="imports-title">
      <h2 id="imports-title">{title}</h2>
      {fault === null ? null : <ProblemNotice fault={fault} onRetry={onRetry} />}
      {imports === undefined ? (
        fault === null ? (
          <p className="waiting">正在读取…</p>
        ) : null
      ) : (
        <ListTable caption={title} columns={columnsOf(props)} rows={imports} keyOf={({ id }) => id} empty={<p>{empty}</p>} />
      )}
    </section>
  );
}

function columnsOf<Listed extends ListedImport>({ words, addressOf, note }: ImportListProps<Listed>): readonly Column<Listed>[] {
  return [
    {
      key: "name",
      title: "文件",
      show: (one) => (
        <>
          <Link to={addressOf(one.id)}>{one.name}</Link>
          {note === undefined ? null : <small>{note(one)}</small>}
        </>
      ),
    },
    {
      key: "state",
      title: "状态",
      show: (one) => {
        const [tone, state] = markState(one, words);
        return (
          <>
            <Mark tone={tone}>{state}</Mark>
            <small>{sayProgress(one, words)}</small>
          </>
        );
      },
    },
    {
      key: "by",
      title: "上传",
      show: ({ createdAt, createdBy }) => (
        <>
          {sayInstant(createdAt).slice(0, 16)}
          <small>{createdBy ?? "命令行"}</small>
        </>
      ),
    },
  ];
}
