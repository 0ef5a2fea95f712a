import { Link } from "@tanstack/react-router";
import { Page } from "../ui/Page.tsx";

/** An address nothing stands at. The menu stays beside it. */
export function NotFound() {
  return (
    <Page title="没有这个页面" lead="网址可能不完整，或者页面已经移走。可以从菜单中重新进入。">
      <Link to="/">返回今日待办</Link>
    </Page>
  );
}
