/** Characters of title type (22 points) that stand on a line of 156 mm. */
const LINE = 20;
/** Where a long title is best cut: before what kind of report it is, else after the year or the organ. */
const CUTS = [/(?=政[府务]信息公开)/u, /(?<=\d{4}年度?)/u, /(?<=(?:政府|办公室|办公厅|委员会|局|厅))(?=.*报告)/u];

/** A title over two lines, broken where its sense allows; on one line where it fits, or where no good place is found. */
export function breakTitle(title: string): string {
  if (widthOf(title) <= LINE || title.includes("\n")) return title;
  for (const cut of CUTS) {
    const [first = "", ...rest] = title.split(cut);
    const second = rest.join("");
    if (second !== "" && widthOf(first) <= LINE && widthOf(second) <= LINE) return `${first}\n${second}`;
  }
  return title;
}

/** In Chinese characters; figures and letters are half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0100" ? 0.5 : 1), 0);
}
