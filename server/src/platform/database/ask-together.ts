import pg from "pg";

/** What is asked by a statement that gives at most one row, of one text; and who waits for it. */
export interface Question {
  readonly text: string;
  readonly key: readonly (string | number)[];
  readonly resolve: (found: string | undefined) => void;
  readonly reject: (fault: unknown) => void;
}

/** A query of someone's own making, as pg calls it. */
interface OwnQuery extends pg.Submittable {
  /** By these two pg keeps which statements a connection has prepared. */
  readonly name: string;
  readonly text: string;
  readonly handleDataRow: (row: { readonly fields: readonly (string | null)[] }) => void;
  readonly handleCommandComplete: () => void;
  readonly handleReadyForQuery: () => void;
  readonly handleError: (fault: unknown) => void;
}

/** What pg's own queries use of a connection; its types leave some out, and ask for more than is looked at. */
interface Connection {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly stream: { cork(): void; uncork(): void };
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(bound: { readonly statement: string; readonly values: readonly string[] }): void;
  execute(): void;
  sync(): void;
}

/** The name each text is prepared under; there are as many as places in our code that ask. */
const names = new Map<string, string>();

/**
 * Sends questions of one text in one piece: the statement is bound to each key in turn and run for it alone, and each is answered
 * as soon as PostgreSQL has. At the first that cannot be answered it leaves off; those behind it are given back, to be asked again.
 */
export function askTogether(client: pg.ClientBase, questions: readonly Question[]): Promise<readonly Question[]> {
  const text = questions[0]?.text ?? "";
  const name = names.get(text) ?? `key_${names.size + 1}`;
  names.set(text, name);
  let found: string | undefined;
  let answered = 0;
  return new Promise((resolve) => {
    const query: OwnQuery = {
      name,
      text,
      submit(submitted) {
        const connection = submitted as unknown as Connection; // see there
        connection.stream.cork();
        if (connection.parsedStatements[name] === undefined) connection.parse({ name, text });
        for (const { key } of questions) {
          connection.bind({ statement: name, values: key.map(String) });
          connection.execute();
        }
        connection.sync();
        connection.stream.uncork();
      },
      handleDataRow({ fields }) {
        found = fields[0] ?? undefined;
      },
      handleCommandComplete() {
        questions[answered]?.resolve(found);
        found = undefined;
        answered += 1;
      },
      handleReadyForQuery: () => resolve([]),
      handleError(fault) {
        const isOnlyOne = fault instanceof pg.DatabaseError; // otherwise the connection is lost
        const refused = questions.slice(answered, isOnlyOne ? answered + 1 : undefined);
        for (const { reject } of refused) reject(fault);
        resolve(questions.slice(answered + refused.length));
      },
    };
    client.query(query);
  });
}
