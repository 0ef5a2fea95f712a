import type pg from "pg";
import { readTableShapes, type TableShape } from "../table-shapes.ts";
import { nodesOf, numberOf, readNodeTree, type Tree, type TreeNode } from "./node-tree.ts";

/** `i`: immutable; `s`: stable; `v`: volatile. */
type Volatility = "i" | "s" | "v";

/** What the rules ask of the database's own catalogue. */
export interface Catalogue {
  readonly kindOf: (relation: Tree | undefined) => TableShape["kind"] | undefined;
  readonly nameOf: (relation: Tree | undefined) => string;
  /** Number of the column agency_id of an organ's table. */
  readonly organColumn: (relation: Tree | undefined) => number;
  /** How much the functions behind one node vary, without those below it. */
  readonly volatilityOf: (node: TreeNode) => Volatility;
}

export async function readCatalogue(pool: pg.Pool): Promise<Catalogue> {
  const kinds = new Map((await readTableShapes(pool)).map(({ name, kind }) => [name, kind]));
  const { rows: tables } = await pool.query<{ oid: string; name: string; organ: number | null }>(`
    select class.oid::text, relname as name, attnum as organ from pg_class as class
    left join pg_attribute on attrelid = class.oid and attname = 'agency_id' where relnamespace = 'public'::regnamespace`);
  const { rows: functions } = await pool.query<{ oid: string; volatility: Volatility }>(
    "select oid::text, provolatile as volatility from pg_proc where provolatile <> 'i'",
  );
  const { rows: types } = await pool.query<{ oid: string; input: string; output: string }>(
    "select oid::text, typinput::oid::text as input, typoutput::oid::text as output from pg_type",
  );
  const byOid = new Map(tables.map((table) => [table.oid, table]));
  const varying = new Map(functions.map(({ oid, volatility }) => [oid, volatility]));
  const typeOf = new Map(types.map((type) => [type.oid, type]));
  const find = (relation: Tree | undefined) => (typeof relation === "string" ? byOid.get(relation) : undefined);
  return {
    kindOf: (relation) => kinds.get(find(relation)?.name ?? ""),
    nameOf: (relation) => find(relation)?.name ?? "?",
    organColumn: (relation) => find(relation)?.organ ?? Number.NaN,
    volatilityOf: ({ tag, fields }) => {
      if (tag === "SQLVALUEFUNCTION") return "s";
      if (tag === "NEXTVALUEEXPR") return "v";
      const called = [fields["funcid"], fields["opfuncid"], fields["aggfnoid"], fields["winfnoid"]];
      if (tag === "COERCEVIAIO") {
        const argument = nodesOf([fields["arg"] ?? null])[0]?.fields ?? {};
        const from = TYPE_FIELDS.map((field) => argument[field]).find((type) => type !== undefined);
        called.push(typeOf.get(wordOf(fields["resulttype"]))?.input, typeOf.get(wordOf(from))?.output);
      }
      const found = called.map((id) => varying.get(wordOf(id)));
      return found.includes("v") ? "v" : found.includes("s") ? "s" : "i";
    },
  };
}

function wordOf(tree: Tree | undefined): string {
  return typeof tree === "string" ? tree : "";
}

const TYPE_FIELDS = ["vartype", "paramtype", "consttype", "funcresulttype", "opresulttype", "resulttype", "casetype", "coalescetype"];

/**
 * A statement as PostgreSQL understands it, its names looked up and its parameters' types found: read from a function made of
 * it and dropped at once.
 */
export async function readStatement(client: pg.ClientBase, statement: string): Promise<readonly TreeNode[]> {
  await client.query(`prepare understood as ${statement}`);
  const { rows: prepared } = await client.query<{ types: string[] }>(
    "select parameter_types::text[] as types from pg_prepared_statements where name = 'understood'",
  );
  await client.query("deallocate understood");
  const types = prepared[0]?.types ?? [];
  // A function has a hundred parameters at most; of those above it is enough that something is given.
  const shortened = statement.replaceAll(/\$(\d+)/g, (parameter, number: string) =>
    Number(number) > MOST_PARAMETERS ? `null::${types[Number(number) - 1] ?? "text"}` : parameter,
  );
  const parameters = types.slice(0, MOST_PARAMETERS).join(", ");
  await client.query(`create function pg_temp.understood(${parameters}) returns void begin atomic ${shortened}; end`);
  const { rows } = await client.query<{ body: string }>(
    "select prosqlbody::text as body from pg_proc where oid = 'pg_temp.understood'::regproc",
  );
  await client.query("drop function pg_temp.understood");
  const body = readNodeTree(rows[0]?.body ?? "()");
  return Array.isArray(body) ? (body as readonly Tree[]).flatMap((list) => nodesOf(list)) : [];
}

const MOST_PARAMETERS = 100;

/** `1` select, `2` update, `3` insert, `4` delete: as PostgreSQL numbers them. */
export function commandOf({ fields }: TreeNode): "select" | "update" | "insert" | "delete" | "other" {
  return (["other", "select", "update", "insert", "delete"] as const)[numberOf(fields["commandType"])] ?? "other";
}

/** The entries a query draws on, in order; an entry's number is its place, from 1. */
export function entriesOf({ fields }: TreeNode): readonly TreeNode[] {
  return nodesOf(fields["rtable"]);
}

/** What an entry is. */
export function entryKind({ fields }: TreeNode): "relation" | "subquery" | "join" | "function" | "values" | "cte" | "other" {
  return (["relation", "subquery", "join", "function", "other", "values", "cte"] as const)[numberOf(fields["rtekind"])] ?? "other";
}

/** The table an insert, update or delete changes. */
export function targetOf(query: TreeNode): Tree | undefined {
  return entriesOf(query)[numberOf(query.fields["resultRelation"]) - 1]?.fields["relid"];
}
