import { createRoot } from "react-dom/client";
import "dayjs/locale/zh-cn";
import { App } from "./App.tsx";
import "./console.css";

/** Shows the console in the page. */
export function start(): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("#root is missing in index.html");
  createRoot(root).render(<App />);
  void import("../fonts.css");
}
