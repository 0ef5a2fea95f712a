import type { Rule } from "./rule.ts";
import { SECTION_IDS } from "./section-rules.ts";

/** An organ as the subject at the head of a sentence that tells its own work: the sentence up to the organ's last character. */
const SUBJECT =
  /^\s*(?:20\d{2}年(?:度|来|以来)?[，,]?)?([\p{Script=Han}]{1,17}(?:局|委员会|管理中心|服务中心|办事处|镇人民政府|乡人民政府|镇政府|乡政府|厅))$/u;
/** … and the verbs with which such a sentence goes on. */
const OWN_WORK =
  /^[，,]?(?:高度重视|认真贯彻|严格按照|严格执行|严格落实|深入贯彻|坚持|主动公开|共主动公开|共收到|全面贯彻|积极|切实|始终)/u;
/** Region names before an organ's own name. */
const REGION = /^(?:[\p{Script=Han}]{1,8}?(?:省|自治区|自治州|自治县|市|县|区|旗|州|盟))+/u;
/** Organs every report speaks of: superiors, the office in charge, partners. */
const SUPERIORS = /国务院|党委|党工委|省|政务公开|政务服务|大数据|网信|领导小组|各|有关|相关|上级|全/u;
/** A government's report tells its departments' work. */
const WHOLE_GOVERNMENT = /(?:[省市县区旗州盟]人民政府|[省市县区旗州盟]政府)(?:办公[厅室])?$|管理委员会$|管委会$/u;

/** N-1: the name of another organ, left over from a text taken as a model. */
export const OTHER_ORGAN_RULE: Rule = {
  id: "N-1",
  severity: "warning",
  title: "叙述本机关工作的句子不出现其他机关的名称",
  formula: "subject(句) = agency",
  basis: "常见问题：套用其他单位文稿，机关名称未改",
  check: ({ facts, others }, found) => {
    const { agency, sections } = facts.report;
    if (agency === null) return;
    const told = new Set<string>();
    const report = (section: (typeof SECTION_IDS)[number], name: string, start: number) => {
      if (told.has(name)) return;
      told.add(name);
      found({
        cells: [],
        message: `报告机关是${agency}，文中出现了“${name}”。`,
        advice: "若是套用其他单位文稿未改，请改为本机关名称；确系引用其他机关的请忽略。",
        passage: { section, text: name, start, end: start + name.length },
      });
    };
    for (const section of SECTION_IDS) {
      const text = sections[section];
      if (text === null) continue;
      if (!WHOLE_GOVERNMENT.test(agency)) {
        for (const { start, sentenceStart } of facts.narrative().scanned[section].organEnds) {
          if (start - sentenceStart > 30 || !OWN_WORK.test(text.slice(start + 1, start + 7))) continue;
          const name = SUBJECT.exec(text.slice(sentenceStart, start + 1))?.[1];
          if (name !== undefined && isOtherOrgan(name, agency)) report(section, name, start + 1 - name.length);
        }
      }
      for (const other of others) {
        const name = other.agency;
        if (name === null || name.length < 4 || agency.includes(name) || name.includes(agency) || WHOLE_GOVERNMENT.test(name)) continue;
        const start = text.indexOf(name);
        if (start >= 0) report(section, name, start);
      }
    }
  },
};

function isOtherOrgan(name: string, agency: string): boolean {
  if (/^(?:我|本|该|全|各|区委|市委|县委|省委)/u.test(name) || SUPERIORS.test(name)) return false;
  const core = name.replace(REGION, "");
  if (core.length < 3) return false;
  const own = agency.replace(REGION, "");
  if (own.endsWith(core) || core.endsWith(own) || agency.includes(core)) {
    // The same office of another place.
    const region = REGION.exec(name)?.[0];
    return region !== undefined && !agency.includes(region) && !region.includes(agency.replace(own, "")) && REGION.test(agency);
  }
  return !core.includes(own) && !sameWords(core, own);
}

/** 卫健局 for 卫生健康局: every character of the short name in order in the long one. */
function sameWords(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let position = 0;
  for (const character of short) {
    position = long.indexOf(character, position) + 1;
    if (position === 0) return false;
  }
  return true;
}

/** What organs call themselves: 我局, 本委. */
const KINDS: readonly { readonly ends: RegExp; readonly self: string }[] = [
  { ends: /局$/u, self: "局" },
  { ends: /委员会$|委$/u, self: "委" },
  { ends: /中心$/u, self: "中心" },
  { ends: /镇(?:人民政府|政府)?$/u, self: "镇" },
  { ends: /乡(?:人民政府|政府)?$/u, self: "乡" },
  { ends: /街道(?:办事处)?$/u, self: "街道" },
  { ends: /厅$/u, self: "厅" },
];
const SELF = /^[我本](局(?![部势面域限])|委(?![员托办])|中心|镇|乡|街道|厅)/u;

/** N-3: the organ calls itself by another kind of name. */
export const SELF_NAME_RULE: Rule = {
  id: "N-3",
  severity: "notice",
  title: "自称与机关性质一致（局称“我局”，中心称“我中心”）",
  formula: "kind(“我X”) = kind(agency)",
  basis: "文字校对；常见于套用文稿",
  check: ({ facts }, found) => {
    const { agency, sections } = facts.report;
    const own = KINDS.find((kind) => kind.ends.test(agency ?? ""));
    if (own === undefined || agency === null) return;
    const told = new Set<string>();
    for (const section of SECTION_IDS) {
      const text = sections[section];
      if (text === null) continue;
      for (const { start } of facts.narrative().scanned[section].selfNames) {
        const match = SELF.exec(text.slice(start, start + 4));
        const kind = match?.[1];
        if (match === null || kind === undefined || kind === own.self || told.has(kind)) continue;
        told.add(kind);
        found({
          cells: [],
          message: `报告机关是${agency}，文中自称“${match[0]}”。`,
          advice: `请核对是否应为“我${own.self}”。`,
          passage: { section, text: match[0], start, end: start + match[0].length },
        });
      }
    }
  },
};
