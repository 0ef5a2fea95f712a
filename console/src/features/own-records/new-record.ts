/** What stands in the form, named by the paths of what is sent. */
export const LABELS = {
  channel: "申请方式",
  receivedOn: "收到日期",
  "applicant.kind": "申请人类型",
  "applicant.name": "姓名或者名称",
  "applicant.idType": "证件类型",
  "applicant.idNumber": "证件号码",
  "applicant.creditCode": "统一社会信用代码",
  "applicant.representative": "法定代表人或者负责人",
  "applicant.telephone": "联系电话",
  "applicant.address": "通信地址",
  "applicant.email": "电子邮箱",
  summary: "摘要",
  record: "要求更正的记录",
  wrong: "申请人认为不准确的内容",
  right: "申请人主张的内容",
  proof: "证据",
} as const;
export type NewRecord = Record<keyof typeof LABELS, string>;

export const NOTHING_GIVEN: NewRecord = {
  ...(Object.fromEntries(Object.keys(LABELS).map((name) => [name, ""])) as NewRecord), // every field is a text
  channel: "inPerson",
  "applicant.kind": "natural",
  "applicant.idType": "residentId",
};

const OF_PERSONS: ReadonlySet<string> = new Set(["applicant.idType", "applicant.idNumber"]);
const OF_BODIES: ReadonlySet<string> = new Set(["applicant.creditCode", "applicant.representative"]);

/** What is sent: empty texts left out, and what belongs to the other kind of applicant. */
export function toReceive(values: NewRecord): unknown {
  const isNatural = values["applicant.kind"] === "natural";
  const given = Object.entries(values).filter(([name, text]) => text.trim() !== "" && !(isNatural ? OF_BODIES : OF_PERSONS).has(name));
  const own = (prefix: boolean) => given.filter(([name]) => name.startsWith("applicant.") === prefix);
  return {
    ...Object.fromEntries(own(false)),
    applicant: Object.fromEntries(own(true).map(([name, text]) => [name.slice("applicant.".length), text])),
  };
}
