import { listNodes, nodesOf, numberOf, type Tree, type TreeNode } from "./node-tree.ts";
import { type Catalogue, commandOf, entriesOf, entryKind, targetOf } from "./read-statement.ts";

/**
 * What Citus refuses of a statement that changes a distributed or a reference table, wherever its rows lie: read in its
 * planner for single shards. Gives each objection in words of ours.
 */
export function listModificationRefusals(query: TreeNode, catalogue: Catalogue): readonly string[] {
  const command = commandOf(query);
  const target = targetOf(query);
  const kind = catalogue.kindOf(target);
  if (command === "select" || command === "other" || (kind !== "tenant" && kind !== "reference")) return [];
  const { fields } = query;
  const organ = kind === "tenant" ? catalogue.organColumn(target) : Number.NaN;
  const found: string[] = [];
  const where = (fields["jointree"] as TreeNode | null)?.fields["quals"];

  if (command === "insert") {
    if (fields["hasSubLinks"] === "true") found.push("a subquery among the values of an insert");
    if (kind === "tenant") found.push(...listOrganOfInsert(query, organ));
  }
  const conflict = nodesOf([fields["onConflict"] ?? null])[0]?.fields ?? {};
  for (const entry of nodesOf(conflict["onConflictSet"])) {
    const { expr, resno } = entry.fields;
    if (numberOf(resno) === organ && !isColumn(expr, organ)) found.push("on conflict sets agency_id");
    if (isVarying(expr, catalogue)) found.push("on conflict sets what a function gives that is not immutable");
  }
  if (isVarying(conflict["onConflictWhere"], catalogue) || isVarying(conflict["arbiterWhere"], catalogue))
    found.push("on conflict has a condition that is not immutable");
  if (command === "update" || command === "delete") {
    if (listNodes(query).some((node) => catalogue.volatilityOf(node) === "v")) found.push("a volatile function in an update or delete");
  }
  if (command === "update") {
    for (const entry of nodesOf(fields["targetList"])) {
      if (numberOf(entry.fields["resno"]) === organ && !isColumn(entry.fields["expr"], organ)) found.push("an update sets agency_id");
      found.push(...listIrreducible(entry.fields["expr"], catalogue));
    }
  }
  found.push(...listIrreducible(where, catalogue));
  if (isVarying(fields["returningList"], catalogue)) found.push("returning what is not immutable");

  const others = listNodes(query)
    .filter(({ tag }) => tag === "RANGETBLENTRY")
    .filter((entry) => entryKind(entry) === "relation")
    .map((entry) => ({ kind: catalogue.kindOf(entry.fields["relid"]), isSame: entry.fields["relid"] === target }));
  if (kind === "reference" && others.some((other) => other.kind === "tenant"))
    found.push("a change of a reference table that asks organs' tables");
  if (others.some((other) => !other.isSame && (other.kind === "local" || other.kind === undefined)))
    found.push("a change that asks a table Citus does not know");
  return [...new Set(found)];
}

/** The organ of each row of an insert must be given, as a value. */
function listOrganOfInsert(query: TreeNode, organ: number): readonly string[] {
  const entries = entriesOf(query);
  if (
    nodesOf((query.fields["jointree"] as TreeNode | null)?.fields["fromlist"]).length > 0 &&
    !entries.some((entry) => entryKind(entry) === "values")
  )
    return []; // insert … select
  const given = nodesOf(query.fields["targetList"]).find(({ fields }) => numberOf(fields["resno"]) === organ)?.fields["expr"];
  const values = entries.find((entry) => entryKind(entry) === "values")?.fields["values_lists"];
  const column = listNodes(given).find(({ tag }) => tag === "VAR")?.fields["varattno"];
  const exprs =
    column === undefined ? [given] : ((values ?? []) as readonly Tree[]).map((row) => (row as readonly Tree[])[numberOf(column) - 1]);
  const isGiven = (expr: Tree | undefined) => listNodes(expr).length > 0 && listNodes(expr).every(({ tag }) => GIVEN.has(tag));
  return exprs.every(isGiven) ? [] : ["an insert whose agency_id is not a given value"];
}

const GIVEN: ReadonlySet<string> = new Set(["PARAM", "CONST", "RELABELTYPE", "COERCEVIAIO"]);

function isColumn(expr: Tree | undefined, column: number): boolean {
  const [node] = listNodes(expr);
  return node?.tag === "VAR" && numberOf(node.fields["varattno"]) === column;
}

function isVarying(expr: Tree | undefined, { volatilityOf }: Catalogue): boolean {
  return listNodes(expr).some((node) => volatilityOf(node) !== "i");
}

/** Stable functions are worked out once, before the statement is sent: not of columns, nor where they may not be needed. */
function listIrreducible(expr: Tree | undefined, catalogue: Catalogue): readonly string[] {
  const found: string[] = [];
  const lazy = listNodes(expr).filter(({ tag }) => tag === "CASEEXPR" || tag === "COALESCEEXPR" || tag === "COALESCE" || tag === "CASE");
  if (lazy.some((node) => isVarying(node, catalogue))) found.push("case or coalesce over what is not immutable");
  const outside = listNodes(expr, ({ tag }) => tag !== "SUBLINK");
  const stable = outside.filter((node) => catalogue.volatilityOf(node) === "s");
  if (stable.some((node) => listNodes(node).some(({ tag }) => tag === "VAR"))) found.push("a stable function of a column in a change");
  return found;
}
