import { listNodes, nodesOf, numberOf, type Tree, type TreeNode } from "./node-tree.ts";
import { type Catalogue, entriesOf, entryKind } from "./read-statement.ts";

/** `=` of integers, by the number it has in every PostgreSQL. */
const EQUALS = "96";

/**
 * What Citus refuses of a statement over several shards, that is, one that does not name exactly one organ: read in its
 * planners for pushing down and for subqueries. What it can ask for piece by piece (subqueries and common table expressions
 * that stand alone) is not an objection.
 */
export function listManyShardsRefusals(query: TreeNode, catalogue: Catalogue): readonly string[] {
  const found = new Set<string>();
  const joined = joinOrgans(query, catalogue);
  visit(query, [], false);
  return [...found];

  function visit(level: TreeNode, outer: readonly TreeNode[], isCorrelated: boolean): void {
    const { fields } = level;
    const stack = [level, ...outer];
    const entries = entriesOf(level);
    const organs = entries.filter((entry) => isOrgans(entry, catalogue) && entry.fields["inFromCl"] !== "false");
    const written = entries.filter((entry) => isOrgans(entry, catalogue));
    if (nodesOf(fields["rowMarks"]).length > 0 && written.length > 0) found.add("rows locked on several shards");
    if (fields["hasRecursive"] === "true" && hasOrgans(level, catalogue)) found.add("a recursive question over several shards");
    if (new Set([...written].map((entry) => joined(entry))).size > 1) found.add("a join that is not by agency_id");
    if (isCorrelated) {
      const around = outer.flatMap((query) => entriesOf(query).filter((entry) => isOrgans(entry, catalogue)));
      if (hasOrgans(level, catalogue) && around.length === 0) found.add("a subquery over organs for each row of what is shared");
      else if (organs.some((entry) => !around.some((other) => joined(other) === joined(entry))))
        found.add("a subquery for each row that is not by agency_id");
    }
    for (const entry of entries) {
      if (entryKind(entry) !== "subquery") continue;
      const subquery = entry.fields["subquery"] as TreeNode;
      if (entry.fields["lateral"] === "true" && hasOrgans(subquery, catalogue)) found.add("a lateral subquery over several shards");
      visit(subquery, stack, false);
    }
    for (const cte of nodesOf(fields["cteList"])) visit(cte.fields["ctequery"] as TreeNode, stack, false);
    for (const link of listNodes(partsOf(level), ({ tag }) => tag !== "SUBLINK" && tag !== "QUERY")) {
      if (link.tag !== "SUBLINK") continue;
      const subselect = link.fields["subselect"] as TreeNode;
      visit(subselect, stack, reachesOut(subselect));
    }
  }
}

/** Physical places of rows are of one shard only. */
export function listPlaceRefusals(query: TreeNode, catalogue: Catalogue): readonly string[] {
  const levels = listNodes(query).filter(({ tag }) => tag === "QUERY");
  const isUsed = levels.some((level) =>
    listNodes(partsOf(level), ({ tag }) => tag !== "QUERY").some(
      ({ tag, fields }) =>
        tag === "VAR" &&
        fields["varlevelsup"] === "0" &&
        numberOf(fields["varattno"]) < 0 &&
        isOrgans(entriesOf(level)[numberOf(fields["varno"]) - 1], catalogue),
    ),
  );
  return isUsed ? ["a system column, such as ctid, of an organ's table"] : [];
}

function isOrgans(entry: TreeNode | undefined, { kindOf }: Catalogue): boolean {
  // What would have been inserted (excluded) is no table.
  return (
    entry !== undefined && entryKind(entry) === "relation" && entry.fields["relkind"] !== "c" && kindOf(entry.fields["relid"]) === "tenant"
  );
}

function hasOrgans(tree: TreeNode, catalogue: Catalogue): boolean {
  return listNodes(tree).some((node) => node.tag === "RANGETBLENTRY" && isOrgans(node, catalogue));
}

/** A level's own expressions, without the queries it draws on. */
function partsOf({ fields }: TreeNode): Tree {
  return Object.entries(fields)
    .filter(([name]) => name !== "rtable" && name !== "cteList")
    .map(([, part]) => part);
}

/** Whether a subquery uses a column of a query around it. */
function reachesOut(subselect: TreeNode): boolean {
  const deep = (query: TreeNode, depth: number): boolean =>
    listNodes(Object.values(query.fields) as Tree, ({ tag }) => tag !== "QUERY").some((node) =>
      node.tag === "QUERY" ? deep(node, depth + 1) : node.tag === "VAR" && numberOf(node.fields["varlevelsup"]) > depth,
    );
  return deep(subselect, 0);
}

/** Tells which organs' tables of a statement are held together by equal agency_id: those give the same answer. */
function joinOrgans(query: TreeNode, catalogue: Catalogue): (entry: TreeNode) => TreeNode {
  const parents = new Map<TreeNode, TreeNode>();
  const rootOf = (entry: TreeNode): TreeNode => {
    const parent = parents.get(entry);
    return parent === undefined ? entry : rootOf(parent);
  };
  const levels = (level: TreeNode, outer: readonly TreeNode[]): void => {
    const stack = [level, ...outer];
    const isCertain = ({ tag, fields }: TreeNode) => tag !== "QUERY" && !(tag === "BOOLEXPR" && fields["boolop"] !== "and");
    for (const node of listNodes(partsOf(level), isCertain)) {
      if (node.tag !== "OPEXPR" || node.fields["opno"] !== EQUALS) continue;
      const [one, other] = nodesOf(node.fields["args"]).map((argument) => sourcesOf(argument, stack, catalogue));
      for (const left of one ?? [])
        for (const right of other ?? []) if (rootOf(left) !== rootOf(right)) parents.set(rootOf(left), rootOf(right));
    }
    const below = listNodes(Object.values(level.fields) as Tree, ({ tag }) => tag !== "QUERY").filter(({ tag }) => tag === "QUERY");
    for (const next of below) levels(next, stack);
  };
  levels(query, []);
  return rootOf;
}

/** The organs' tables whose agency_id an expression is, seen through joins, subqueries and common table expressions. */
function sourcesOf(expr: Tree | undefined, stack: readonly TreeNode[], catalogue: Catalogue, depth = 0): readonly TreeNode[] {
  const [node] = listNodes(expr);
  if (node === undefined || depth > 20) return [];
  if (node.tag === "RELABELTYPE") return sourcesOf(node.fields["arg"], stack, catalogue, depth + 1);
  if (node.tag !== "VAR") return [];
  const around = stack.slice(numberOf(node.fields["varlevelsup"]));
  const [level] = around;
  const entry = level === undefined ? undefined : entriesOf(level)[numberOf(node.fields["varno"]) - 1];
  if (level === undefined || entry === undefined) return [];
  const column = numberOf(node.fields["varattno"]);
  const outputOf = (query: TreeNode, within: readonly TreeNode[]): readonly TreeNode[] => {
    // Of a union each part counts.
    const leaves = query.fields["setOperations"] === null ? [] : entriesOf(query).filter((leaf) => entryKind(leaf) === "subquery");
    if (leaves.length > 0) return leaves.flatMap((leaf) => outputOf(leaf.fields["subquery"] as TreeNode, [query, ...within]));
    return sourcesOf(nodesOf(query.fields["targetList"])[column - 1]?.fields["expr"], [query, ...within], catalogue, depth + 1);
  };
  switch (entryKind(entry)) {
    case "relation":
      return isOrgans(entry, catalogue) && column === catalogue.organColumn(entry.fields["relid"]) ? [entry] : [];
    case "join":
      return sourcesOf((entry.fields["joinaliasvars"] as readonly Tree[])[column - 1], around, catalogue, depth + 1);
    case "subquery":
      return outputOf(entry.fields["subquery"] as TreeNode, around);
    case "cte": {
      const home = around.slice(numberOf(entry.fields["ctelevelsup"]));
      const cte = nodesOf(home[0]?.fields["cteList"]).find(({ fields }) => fields["ctename"] === entry.fields["ctename"]);
      return cte === undefined ? [] : outputOf(cte.fields["ctequery"] as TreeNode, home);
    }
    default:
      return sourcesOf(nodesOf(entry.fields["groupexprs"])[column - 1], around, catalogue, depth + 1);
  }
}
