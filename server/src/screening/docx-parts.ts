import { type Detection, type Finding, findInFile } from "./finding.ts";
import { type OfficeParts, textOf, withoutParts, withText } from "./office-parts.ts";
import { rewriteXml } from "./rewrite-xml.ts";
import { createSourceMap, type SourceMap } from "./source-map.ts";

const TEXT_PART = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const COMMENT_PART = /^word\/(?:comments\w*|people)\.xml$/;
const INSERTED = new Set(["w:ins", "w:moveTo"]);
const DELETED = new Set(["w:del", "w:moveFrom"]);
const CHANGE_RECORD =
  /^w:(?:\w+Change|moveFromRange(?:Start|End)|moveToRange(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End))$/;
const COMMENT_MARK = /^w:(?:commentRangeStart|commentRangeEnd|commentReference|annotationRef)$/;
const RUN = /<w:r(?:\s[^>]*)?>(?:(?!<w:r[\s>])[\s\S])*?<\/w:r>/g;
const VANISH = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:(?:vanish|webHidden)(?:\s+w:val="(?:1|true|on)")?\s*\/>/;

/** Parts of a Word file that hold text people read. */
export function listTextParts(parts: OfficeParts): readonly string[] {
  return Object.keys(parts).filter((name) => TEXT_PART.test(name));
}

/** What a Word file carries that is not on its pages. */
export function inspectDocx(name: string, parts: OfficeParts): readonly Finding[] {
  const texts = listTextParts(parts).map((part) => textOf(parts, part));
  const count = (pattern: RegExp) => texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  const comments = textOf(parts, "word/comments.xml").match(/<w:comment\s/g)?.length ?? 0;
  const changes = count(/<w:(?:ins|del|moveFrom|moveTo)[\s>]|<w:\w+Change[\s>]/g);
  const hidden = texts.reduce((sum, text) => sum + [...text.matchAll(RUN)].filter(([run]) => VANISH.test(run)).length, 0);
  const embedded = Object.keys(parts).filter((part) => part.startsWith("word/embeddings/")).length;
  const about = (detection: Pick<Detection, "rule" | "severity" | "reason" | "suggestion">, many: number) =>
    many === 0 ? [] : [findInFile(name, detection, `${many}处`)];
  return [
    ...about({ rule: "comment", severity: "block", reason: "文件中有批注。", suggestion: "一键清理，删除全部批注。" }, comments),
    ...about(
      {
        rule: "trackedChange",
        severity: "block",
        reason: "文件中有修订痕迹，删除的内容仍可恢复。",
        suggestion: "一键清理，接受全部修订。",
      },
      changes,
    ),
    ...about({ rule: "hiddenText", severity: "block", reason: "文件中有隐藏文字。", suggestion: "一键清理，删除隐藏文字。" }, hidden),
    ...about(
      {
        rule: "embedded",
        severity: "warn",
        reason: "文件中嵌入了其他文件，其内容没有检查。",
        suggestion: "打开嵌入的文件核对，或者改为图片、单独附件。",
      },
      embedded,
    ),
    ...inspectProperties(name, parts),
  ];
}

const NAMES = {
  "dc:creator": "作者",
  "cp:lastModifiedBy": "最后修改人",
  Company: "单位",
  Manager: "主管",
  "cp:keywords": "标记",
  "dc:description": "备注",
} as const;
const PROPERTY = new RegExp(`<(${Object.keys(NAMES).join("|")})(?:\\s[^>]*)?>([^<]*)</\\1>`, "g");

/** Author, last editor and the like, of any office file. */
export function inspectProperties(name: string, parts: OfficeParts): readonly Finding[] {
  const found = ["docProps/core.xml", "docProps/app.xml"].flatMap((part) =>
    [...textOf(parts, part).matchAll(PROPERTY)].flatMap(
      ([, tag, value = ""]) =>
        value.trim() === "" || value.trim() === "Unknown" ? [] : [`${NAMES[tag as keyof typeof NAMES]}：${value.trim()}`], // the pattern names no others
    ),
  );
  if (/<property\b/.test(textOf(parts, "docProps/custom.xml"))) found.push("自定义属性");
  const detection = {
    rule: "metadata",
    severity: "warn",
    reason: "文件属性中留有作者等信息。",
    suggestion: "一键清理，清空文件属性。",
  } as const;
  return found.map((what) => findInFile(name, detection, what));
}

/** A Word file with changes accepted and without comments, hidden text and properties. */
export function cleanDocx(parts: OfficeParts): OfficeParts {
  let clean = withoutParts(cleanProperties(parts), (name) => COMMENT_PART.test(name));
  for (const part of listTextParts(clean)) {
    const accepted = rewriteXml(textOf(clean, part), (name) => {
      if (DELETED.has(name) || CHANGE_RECORD.test(name) || COMMENT_MARK.test(name)) return "drop";
      return INSERTED.has(name) ? "unwrap" : "keep";
    });
    clean = withText(
      clean,
      part,
      accepted.replaceAll(RUN, (run) => (VANISH.test(run) ? "" : run)),
    );
  }
  const settings = textOf(clean, "word/settings.xml");
  if (settings === "") return clean;
  return withText(
    clean,
    "word/settings.xml",
    rewriteXml(settings, (name) => (/^w:(?:trackRevisions|rsids|docVars|attachedTemplate)$/.test(name) ? "drop" : "keep")),
  );
}

/** Any office file without author, last editor and the like. */
export function cleanProperties(parts: OfficeParts): OfficeParts {
  let clean = withoutParts(parts, (name) => name === "docProps/custom.xml" || name.startsWith("docProps/thumbnail"));
  for (const part of ["docProps/core.xml", "docProps/app.xml"]) {
    const text = textOf(clean, part);
    // The list of parts names sheets that are gone.
    const blank = text.replaceAll(PROPERTY, "<$1></$1>").replaceAll(/<(HeadingPairs|TitlesOfParts)>[\s\S]*?<\/\1>/g, "");
    if (text !== "") clean = withText(clean, part, blank);
  }
  return clean;
}

/** The text of one part of a Word file with its places, hidden and deleted text among it. */
export function mapWordPart(xml: string): SourceMap {
  const map = createSourceMap();
  let textFrom = -1;
  for (const tag of xml.matchAll(/<(\/?)(w:[A-Za-z]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    const [whole, closing, name, , empty] = tag;
    if (name === "w:t" || name === "w:delText" || name === "w:instrText") {
      if (closing === "" && empty === "") textFrom = tag.index + whole.length;
      else if (closing === "/" && textFrom !== -1) {
        map.add(xml, textFrom, tag.index);
        textFrom = -1;
      }
    } else if (name === "w:tab" && closing === "") map.break("\t");
    else if ((name === "w:p" && closing === "/") || name === "w:br") map.break("\n");
    else if (name === "w:tc" && closing === "/") map.break("\t");
  }
  return map.done();
}
