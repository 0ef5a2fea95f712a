/** One thing wrong with what was sent: where, and what to do, in Chinese. */
export interface Issue {
  /** e.g. `/files/0/name`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What the schema library found, before it is put into words. */
export interface FoundIssue {
  readonly path: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "是或否",
  array: "列表",
  object: "对象",
  record: "对象",
  date: "日期",
  file: "文件",
};

/** Puts a validation issue into a Chinese sentence; the library's own are English. */
export function explainIssue({ path, keyword, params }: FoundIssue): Issue {
  const field = path.split("/").filter(Boolean).join(".");
  return { path, message: `${field === "" ? "提交的内容" : `“${field}”`}${explain(keyword, params)}。` };
}

function explain(keyword: string, params: Readonly<Record<string, unknown>>): string {
  const { expected, minimum, maximum, values, format } = params;
  switch (keyword) {
    case "invalid_type":
      return `应为${TYPE_WORDS[String(expected)] ?? "规定的类型"}，且不能缺少`;
    case "too_small":
      return `不能小于或少于 ${String(minimum)}`;
    case "too_big":
      return `不能大于或多于 ${String(maximum)}`;
    case "invalid_value":
      return Array.isArray(values) ? `只能是：${values.map(String).join("、")}` : "不是允许的值";
    case "unrecognized_keys":
      return "含有不认识的字段";
    case "invalid_format":
      return format === "date" ? "应为日期，如 2026-03-02" : "格式不对";
    default:
      return "不符合要求";
  }
}
