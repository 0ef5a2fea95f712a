import type pg from "pg";

/** What a table is to backup and distribution, read from the database's own catalog, so that no table can be forgotten. */
export interface TableShape {
  readonly name: string;
  /**
   * `reference`: shared by all organs, its comment says "Reference table"; `tenant`: its rows belong to organs by agency_id;
   * `local`: schema_migration, which is about this database and nothing else.
   */
  readonly kind: "reference" | "tenant" | "local";
  /** Columns that are written, in order: without those the database works out. */
  readonly columns: readonly string[];
  readonly keys: readonly TableKey[];
  readonly triggers: readonly string[];
}

export interface TableKey {
  readonly name: string;
  readonly kind: "primary" | "unique" | "foreign";
  readonly columns: readonly string[];
  /** The table a foreign key points to. */
  readonly refersTo: string | null;
}

const TABLES = `
  select class.relname as name, coalesce(obj_description(class.oid, 'pg_class'), '') as comment,
    array(select attname::text from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select tgname::text from pg_trigger where tgrelid = class.oid and not tgisinternal order by tgname) as triggers
  from pg_class as class
  where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and not class.relispartition
    and not exists (select 1 from pg_depend where objid = class.oid and deptype = 'e')
  order by class.relname collate "C"`;

/** Unique indexes made without a constraint count like constraints. */
const KEYS = `
  select conrelid::regclass::text as table, conname as name, case contype when 'p' then 'primary' when 'u' then 'unique' else 'foreign' end as kind,
    array(select attname::text from unnest(conkey) with ordinality as key (number, place)
      join pg_attribute on attrelid = conrelid and attnum = key.number order by place) as columns,
    nullif(confrelid, 0)::regclass::text as refers_to
  from pg_constraint where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace and conparentid = 0
  union all
  select indrelid::regclass::text, index.relname, 'unique',
    array(select coalesce(attname::text, '(expression)') from unnest(indkey::int2[]) with ordinality as key (number, place)
      left join pg_attribute on attrelid = indrelid and attnum = key.number and attnum > 0 where place <= indnkeyatts order by place), null
  from pg_index join pg_class as index on index.oid = indexrelid
  where indisunique and index.relnamespace = 'public'::regnamespace
    and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
  order by 1, 2`;

/** All tables of the schema `public`, each after those its foreign keys point to. */
export async function readTableShapes(db: Pick<pg.ClientBase | pg.Pool, "query">): Promise<readonly TableShape[]> {
  const { rows: tables } = await db.query<{ name: string; comment: string; columns: string[]; triggers: string[] }>(TABLES);
  const { rows: keys } = await db.query<{
    table: string;
    name: string;
    kind: TableKey["kind"];
    columns: string[];
    refers_to: string | null;
  }>(KEYS);
  return inOrder(
    tables.map(({ name, comment, columns, triggers }) => ({
      name,
      kind: name === "schema_migration" ? "local" : comment.includes("Reference table") ? "reference" : "tenant",
      columns,
      triggers,
      keys: keys
        .filter(({ table }) => table === name)
        .map(({ refers_to, name: key, kind, columns: of }) => ({ name: key, kind, columns: of, refersTo: refers_to })),
    })),
  );
}

function inOrder(tables: readonly TableShape[]): readonly TableShape[] {
  const ordered: TableShape[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const isReady = ({ name, keys }: TableShape) =>
      keys.every(({ refersTo }) => refersTo === null || refersTo === name || !left.some((other) => other.name === refersTo));
    const ready = left.filter(isReady);
    if (ready.length === 0) throw new Error(`Foreign keys go round in a circle: ${left.map(({ name }) => name).join(", ")}.`);
    ordered.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** `event` → `"event"`. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
