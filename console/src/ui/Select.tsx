import { Select as AntSelect, type SelectProps } from "antd";
import { type ReactNode, useLayoutEffect, useRef } from "react";

/**
 * A list to choose from. The list that opens has the name of its field, which Ant Design leaves out, and stands still from the start: what
 * still moves under the pointer loses the press.
 */
export function Select<Value>(props: SelectProps<Value>) {
  return <AntSelect<Value> transitionName="" popupRender={(list) => <NamedList>{list}</NamedList>} {...props} />;
}

function NamedList({ children }: { readonly children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null);
  // Without dependencies: the list is another element when it was empty before.
  useLayoutEffect(() => {
    const list = around.current?.querySelector("[role=listbox]");
    const name = list ? findFieldName(list.id) : undefined;
    if (name !== undefined) list?.setAttribute("aria-label", name);
  });
  return <div ref={around}>{children}</div>;
}

function findFieldName(listId: string): string | undefined {
  const field = document.querySelector<HTMLInputElement>(`[role=combobox][aria-controls="${listId}"]`);
  return field?.ariaLabel ?? field?.labels?.[0]?.textContent.trim();
}
