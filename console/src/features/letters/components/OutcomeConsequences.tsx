import type { DescribedKind } from "@gongkai/server/contract";
import { nameRow } from "../outcome-groups.ts";

const REMEDY_WORDS = {
  reconsiderFirst: "应当先申请行政复议，对复议决定不服的再起诉",
  either: "可以申请行政复议，也可以直接起诉",
  none: "不列救济途径",
  configurable: "按本机关的规定列明",
} as const;

/** What the choice of an outcome has fixed: letter, article, remedy paragraph and row of table 3 together. */
export function OutcomeConsequences({ consequences }: { readonly consequences: NonNullable<DescribedKind["consequences"]> }) {
  const { title, article, remedy, row } = consequences;
  return (
    <dl className="facts fixed">
      <dt>文书</dt>
      <dd>《{title}》</dd>
      <dt>依据</dt>
      <dd>{article === "" ? "无专条，依实践" : article}</dd>
      <dt>救济途径</dt>
      <dd>{REMEDY_WORDS[remedy]}</dd>
      <dt>列入年报表三</dt>
      <dd>{nameRow(row)}</dd>
    </dl>
  );
}
