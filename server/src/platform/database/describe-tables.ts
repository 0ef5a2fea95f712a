import type { Database } from "./open-database.ts";

export interface TableDescription {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly ColumnDescription[];
}

export interface ColumnDescription {
  readonly name: string;
  /** As PostgreSQL prints it, without length: `text`, `timestamp with time zone`, `text[]`. */
  readonly type: string;
  readonly comment: string | null;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  /** The database alone writes it: generated columns, `generated always as identity`. */
  readonly isAlwaysGenerated: boolean;
}

const COLUMNS = `
  select class.relname as table, obj_description(class.oid, 'pg_class') as table_comment, attribute.attname as name,
    format_type(attribute.atttypid, null) as type, col_description(class.oid, attribute.attnum) as comment,
    not attribute.attnotnull as nullable, attribute.atthasdef or attribute.attidentity <> '' as defaulted,
    attribute.attgenerated <> '' or attribute.attidentity = 'a' as generated
  from pg_class class
  join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
  where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p', 'v', 'm') and not class.relispartition
    and not exists (select 1 from pg_depend where objid = class.oid and deptype = 'e')
  order by class.relname collate "C", attribute.attnum`;

interface Row {
  readonly table: string;
  readonly table_comment: string | null;
  readonly name: string;
  readonly type: string;
  readonly comment: string | null;
  readonly nullable: boolean;
  readonly defaulted: boolean;
  readonly generated: boolean;
}

/** The tables and views of the schema `public` as they stand, without those of extensions. */
export async function describeTables({ pool }: Pick<Database, "pool">): Promise<readonly TableDescription[]> {
  const { rows } = await pool.query<Row>(COLUMNS);
  const names = [...new Set(rows.map(({ table }) => table))];
  return names.map((name) => {
    const columns = rows.filter(({ table }) => table === name);
    return { name, comment: columns[0]?.table_comment ?? null, columns: columns.map(presentColumn) };
  });
}

function presentColumn({ name, type, comment, nullable, defaulted, generated }: Row): ColumnDescription {
  return { name, type, comment, isNullable: nullable, hasDefault: defaulted, isAlwaysGenerated: generated };
}
