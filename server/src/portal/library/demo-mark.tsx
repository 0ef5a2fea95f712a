const WORDS = { "made-up": "示例·虚构", excerpt: "示例·摘编" } as const;

/** Says beside a report that it is a demonstration, and of which kind. */
export function DemoMark({ demo }: { demo: "made-up" | "excerpt" | undefined }) {
  return demo === undefined ? null : <span class="demo-mark">{WORDS[demo]}</span>;
}
