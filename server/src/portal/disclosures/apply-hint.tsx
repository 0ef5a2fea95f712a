import { isOpen, type Organ } from "./organ.ts";

/** The part of a sentence that points to an application; nothing for an organ that was closed, which takes none. */
export function ApplyHint({ organ, before, after = "" }: { readonly organ: Organ; readonly before: string; readonly after?: string }) {
  if (!isOpen(organ)) return null;
  return (
    <>
      {before}
      <a href={`/apply/${organ.code}`}>申请公开</a>
      {after}
    </>
  );
}
