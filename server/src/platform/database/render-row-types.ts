import type { ColumnDescription, TableDescription } from "./describe-tables.ts";

/** What stands in a row for each type, as {@link valueTypes} and pg read it. A type that is not here stops the generator. */
const TYPES: Readonly<Record<string, string>> = {
  text: "string",
  "character varying": "string",
  character: "string",
  uuid: "string",
  inet: "string",
  cidr: "string",
  tsvector: "string",
  date: "string",
  time: "string",
  "timestamp with time zone": "string",
  boolean: "boolean",
  smallint: "number",
  integer: "number",
  bigint: "number",
  real: "number",
  "double precision": "number",
  oid: "number",
  bytea: "Buffer",
};

/** Types that go in otherwise than they come out. */
const TWO_WAY: Readonly<Record<string, { readonly out: string; readonly in: string }>> = {
  json: { out: "JsonValue", in: "string" },
  jsonb: { out: "JsonValue", in: "string" },
  numeric: { out: "string", in: "string | number" },
};

const HEAD = `// Written by \`node tools/write-row-types.ts\` from the migrated database. Do not edit: write a migration.
/* oxlint-disable max-lines -- as long as the database has tables */
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

/** What a jsonb column holds. It is written as text, by \`JSON.stringify\`: pg would take an array for a PostgreSQL array. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
`;

/** The source of row-types.ts: an interface for each table, and \`Tables\`, which names them all for Kysely. */
export function renderRowTypes(tables: readonly TableDescription[]): string {
  const rows = tables.map(({ name, comment, columns }) => {
    const fields = columns.map((column) => `${renderComment(column.comment, "  ")}  ${column.name}: ${renderType(name, column)};\n`);
    return `${renderComment(comment, "")}export interface ${rowName(name)} {\n${fields.join("")}}\n`;
  });
  const all = tables.map(({ name }) => `  ${name}: ${rowName(name)};\n`);
  const source = [...rows, `export interface Tables {\n${all.join("")}}\n`].join("\n");
  const imports = ["ColumnType", "Generated", "GeneratedAlways"].filter((name) => source.includes(`${name}<`));
  const head = HEAD.replace(/import type.*\n/, imports.length === 0 ? "" : `import type { ${imports.join(", ")} } from "kysely";\n`);
  return `${head}\n${source}`;
}

/** `chain_head` → `ChainHeadRow`. */
function rowName(table: string): string {
  return `${table.replaceAll(/(?:^|_)([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())}Row`;
}

function renderType(table: string, { name, type, isNullable, hasDefault, isAlwaysGenerated }: ColumnDescription): string {
  const orNull = (text: string): string => (isNullable ? `${text} | null` : text);
  const twoWay = TWO_WAY[type];
  if (twoWay !== undefined) {
    const written = orNull(twoWay.in);
    const mayBeLeftOut = hasDefault || isNullable;
    return `ColumnType<${orNull(twoWay.out)}, ${mayBeLeftOut ? `${written} | undefined` : written}, ${written}>`;
  }
  const element = TYPES[type.replace(/\[\]$/, "")];
  if (element === undefined) throw new Error(`${table}.${name}: no row type is known for ${type}; add it to render-row-types.ts`);
  const value = orNull(type.endsWith("[]") ? `${element}[]` : element);
  if (isAlwaysGenerated) return `GeneratedAlways<${value}>`;
  return hasDefault ? `Generated<${value}>` : value;
}

function renderComment(comment: string | null, indent: string): string {
  return comment === null ? "" : `${indent}/** ${comment.replaceAll("*/", "*\\/").replaceAll(/\s+/g, " ")} */\n`;
}
