import { Link } from "@tanstack/react-router";

/** An address nothing stands at. */
export function NotFound() {
  return (
    <div className="problem">
      <h1>没有这个页面</h1>
      <p>网址可能不完整，或者页面已经移走。</p>
      <Link to="/">返回今日待办</Link>
    </div>
  );
}
