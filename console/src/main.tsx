import "./lib/no-eval.ts";

// Everything else comes after: the schemas must not be made before the line above has run.
void import("./app/start.tsx").then(({ start }) => start());
