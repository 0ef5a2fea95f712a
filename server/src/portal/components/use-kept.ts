import type { VNode } from "preact";
import { useRef } from "preact/hooks";

/**
 * Keeps what was rendered for a name until something it was made of changes: of the two hundred cells of a form a
 * correction touches a dozen, and the renderer passes over what is the very same object. Handlers given to what is kept
 * are those of its first rendering: they must not lean on anything that is not in `madeOf`.
 */
export function useKept(): (name: string, madeOf: readonly unknown[], make: () => VNode) => VNode {
  const kept = useRef(new Map<string, { readonly madeOf: readonly unknown[]; readonly node: VNode }>()).current;
  return (name, madeOf, make) => {
    const known = kept.get(name);
    if (known !== undefined && known.madeOf.every((one, index) => one === madeOf[index])) return known.node;
    const node = make();
    kept.set(name, { madeOf, node });
    return node;
  };
}
