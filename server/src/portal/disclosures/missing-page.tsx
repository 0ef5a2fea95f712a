import { DisclosureLayout, type PageFrame } from "./disclosure-layout.tsx";
import { SearchBox } from "./search-box.tsx";

/** Says that nothing stands at this address, and where to look instead. The same whether it never was or is not public yet. */
export function MissingPage({ frame }: { readonly frame: PageFrame }) {
  return (
    <DisclosureLayout
      frame={frame}
      title="没有找到这个页面"
      description="这个网址没有公开的内容。"
      column={{ name: "政府信息公开", type: "政府信息公开" }}
      isPassing
    >
      <h1>没有找到这个页面</h1>
      <p>网址可能不完整，或者内容已经移走。可以搜索，或者从各机关的目录中查找。</p>
      <SearchBox id="missing-search" />
      <p>
        <a href="/organs">各机关的政府信息公开</a>
      </p>
    </DisclosureLayout>
  );
}
