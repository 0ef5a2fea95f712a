// What is loaded after the first paint: the editor with every rule and every help text, and the comparison.
export { CompareView } from "../components/compare-view/compare-view.tsx";
export { Editor } from "./editor.tsx";
