/** PostgreSQL's own account of a parsed statement (`pg_node_tree`): nodes with fields, lists, words; `<>` is null. */
export type Tree = string | null | TreeNode | readonly Tree[];

export interface TreeNode {
  readonly tag: string;
  readonly fields: Readonly<Record<string, Tree>>;
}

/** `{VAR :varno 1 :varattno 2}` → `{ tag: "VAR", fields: { varno: "1", varattno: "2" } }`. */
export function readNodeTree(text: string): Tree {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}()[\]]|(?:[^\s{}()[\]\\]|\\.)+/g) ?? [];
  let at = 0;
  const value = (): Tree => {
    const token = tokens[at++];
    if (token === "{") return node();
    if (token === "(") {
      const list: Tree[] = [];
      while (at < tokens.length && tokens[at] !== ")") list.push(value());
      at += 1;
      return list;
    }
    return token === undefined || token === "<>" ? null : token;
  };
  const node = (): TreeNode => {
    const tag = tokens[at++] ?? "";
    const fields: Record<string, Tree> = {};
    while (at < tokens.length && tokens[at] !== "}") {
      const name = (tokens[at++] ?? "").slice(1);
      fields[name] = value();
      // A constant is its length and then its bytes, which nobody here asks for.
      while (at < tokens.length && tokens[at] !== "}" && !/^:[a-z]/i.test(tokens[at] ?? "")) at += 1;
    }
    at += 1;
    return { tag, fields };
  };
  return value();
}

export function isNode(tree: Tree | undefined): tree is TreeNode {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}

/** The nodes of a list; of anything else none. */
export function nodesOf(tree: Tree | undefined): readonly TreeNode[] {
  return Array.isArray(tree) ? (tree as readonly Tree[]).filter(isNode) : [];
}

export function numberOf(tree: Tree | undefined): number {
  return typeof tree === "string" ? Number(tree) : Number.NaN;
}

/** Every node at or below a place, outer ones first; below a node for which `into` says no nothing is looked at. */
export function listNodes(tree: Tree | undefined, into: (node: TreeNode) => boolean = () => true): readonly TreeNode[] {
  if (tree === null || tree === undefined || typeof tree === "string") return [];
  if (!isNode(tree)) return (tree as readonly Tree[]).flatMap((part) => listNodes(part, into));
  return [tree, ...(into(tree) ? Object.values(tree.fields).flatMap((part) => listNodes(part, into)) : [])];
}
