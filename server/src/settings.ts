import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { isBaseUrl, isHookUrl, perhaps, wholeNumber } from "./setting-values.ts";

/** What the server runs with. Made by {@link readSettings} from the environment, or by a test by hand. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute folder for everything that is kept. */
  readonly dataDir: string;
  /** Address of a PostgreSQL server; undefined: the one that comes along, in the data folder. */
  readonly databaseUrl: string | undefined;
  /** A made-up region to try things out, marked on every page; it has a data folder and database of its own. */
  readonly demo: boolean;
  /** The address people use, without a final slash; undefined: derived from host and port. */
  readonly baseUrl: string | undefined;
  /** The name of the site, as its pages say it to search engines and to those who inspect government sites. */
  readonly siteName: string;
  /** The code under which the site is registered (政府网站标识码); empty while it has none. */
  readonly siteIdCode: string;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  readonly uploadMaxMb: number;
  readonly readerWorkers: number;
  readonly readerTimeoutSeconds: number;
  readonly readerMemoryMb: number;
  /** As Fastify's `trustProxy`: whose X-Forwarded-For is believed. */
  readonly trustProxy: boolean | number | string;
  /** Requests an address may send in a minute; 0 means no limit. */
  readonly rateLimitPerMinute: number;
  /** Months after which the personal data of a submission that stays set aside is erased. */
  readonly setAsideMonths: number;
  /** Mail server, with its password; undefined: no mail is sent. */
  readonly smtpUrl: string | undefined;
  /** Sender of all mail, as `名称 <地址>` or an address alone. */
  readonly mailFrom: string | undefined;
  /** Where urgent messages are posted, to be sent on as text messages; undefined: nowhere. */
  readonly smsHookUrl: string | undefined;
  /** Signs what is posted there. */
  readonly smsHookSecret: string | undefined;
  /** Where text messages to applicants are posted; undefined: applicants are offered none. */
  readonly citizenSmsHookUrl: string | undefined;
  /** Signs what is posted there. */
  readonly citizenSmsHookSecret: string | undefined;
}

export type SettingsResult = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly message: string };

/** One environment variable: what it is for, what it may be, and how it is read. `docs/operations.md` is checked against this list. */
export interface Setting<Key extends keyof Settings = keyof Settings> {
  readonly name: string;
  readonly key: Key;
  /** What holds when the variable is not set. */
  readonly fallback: string;
  /** How the documents say it, where the value itself says too little. */
  readonly fallbackInWords?: string;
  readonly allowed: string;
  readonly allowedEnglish: string;
  readonly meaning: string;
  /** Its value is never shown, not even when it is wrong. */
  readonly isSecret?: true;
  readonly schema: z.ZodType<Settings[Key], string>;
}

/** One worker fewer than there are processors, so that a busy reader leaves the web server room; never more than four unasked. */
const workersUnasked = Math.max(1, Math.min(4, availableParallelism() - 1));

export const SETTINGS = [
  setting("PORT", "port", {
    fallback: "8080",
    allowed: "0 至 65535 的整数（0 为任选空闲端口）",
    allowedEnglish: "a whole number from 0 to 65535 (0 picks a free port)",
    meaning: "监听端口。",
    schema: wholeNumber(0, 65_535),
  }),
  setting("HOST", "host", {
    fallback: "127.0.0.1",
    allowed: "主机名或 IP 地址（0.0.0.0 为所有网卡）",
    allowedEnglish: "a host name or IP address (0.0.0.0 for every network card)",
    meaning: "监听地址。默认只接受本机访问；对外服务时建议放在反向代理之后。",
    schema: z.string().regex(/^[A-Za-z0-9_.:-]{1,253}$/),
  }),
  setting("DATA_DIR", "dataDir", {
    fallback: "./data",
    allowed: "可写的文件夹路径",
    allowedEnglish: "the path of a folder that can be written",
    meaning: "数据文件夹。年报库公布的报告存放在其中的 reports 文件夹；年报体检不保存任何内容。",
    schema: z.string().transform((path) => resolve(path)),
  }),
  setting("DATABASE_URL", "databaseUrl", {
    fallback: "",
    fallbackInWords: "空（使用自带的 PostgreSQL，数据在 DATA_DIR 内）",
    allowed: "以 postgres:// 或 postgresql:// 开头的数据库地址（PostgreSQL 15 以上，编码 UTF8）",
    allowedEnglish: "an address that begins with postgres:// or postgresql:// (PostgreSQL 15 or later, encoding UTF8)",
    meaning: "数据库。留空时程序自行启动一个 PostgreSQL；机构多、访问量大时可改用单独的数据库服务器或 Citus 集群。",
    schema: perhaps((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value)),
  }),
  setting("DEMO", "demo", {
    fallback: "off",
    fallbackInWords: "off（用 npm start 启动且未设置时为 on）",
    allowed: "on 或 off",
    allowedEnglish: "on or off",
    meaning:
      "演示模式：自动建立一个虚构的区域，含机构、人员和今天到期的事项，每页都标明“演示数据”。演示数据单独存放在 DATA_DIR 的 demo 文件夹，不会与正式数据混在一起；正式使用时设为 off。",
    schema: z.enum(["on", "off"]).transform((value) => value === "on"),
  }),
  setting("BASE_URL", "baseUrl", {
    fallback: "",
    fallbackInWords: "空（按监听地址推算）",
    allowed: "以 http:// 或 https:// 开头的网址，不带查询和锚点",
    allowedEnglish: "an http:// or https:// address without query or fragment",
    meaning: "公众访问本站所用的网址，用于接口文档和规范链接。",
    schema: z
      .string()
      .refine((value) => value === "" || isBaseUrl(value))
      .transform((value) => (value === "" ? undefined : value.replace(/\/+$/, ""))),
  }),
  setting("SITE_NAME", "siteName", {
    fallback: "公开 Gongkai",
    allowed: "1 至 60 个字符",
    allowedEnglish: "1 to 60 characters",
    meaning: "网站名称，显示在页首，并写入每页的 SiteName 标签，应与开办单位登记的网站名称一致。",
    schema: z.string().min(1).max(60),
  }),
  setting("SITE_ID_CODE", "siteIdCode", {
    fallback: "",
    fallbackInWords: "空（尚未编定）",
    allowed: "政府网站标识码，10 位数字，如 1100000001（国务院部门为 bm 加 8 位数字）",
    allowedEnglish: "the registered code of a government site: ten digits, or bm and eight digits",
    meaning: "政府网站标识码，写入每页的 SiteIDCode 标签。",
    schema: z.string().regex(/^(|\d{10}|bm\d{8})$/),
  }),
  setting("LOG_LEVEL", "logLevel", {
    fallback: "info",
    allowed: "trace、debug、info、warn、error、fatal、silent 之一",
    allowedEnglish: "one of trace, debug, info, warn, error, fatal, silent",
    meaning: "日志详细程度。日志写到标准输出，一行一条 JSON；终端中为便于阅读的单行文字。",
    schema: z.string().pipe(z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])),
  }),
  setting("UPLOAD_MAX_MB", "uploadMaxMb", {
    fallback: "50",
    allowed: "1 至 100 的整数",
    allowedEnglish: "a whole number from 1 to 100",
    meaning: "单个上传文件的上限，单位 MB。",
    schema: wholeNumber(1, 100),
  }),
  setting("READER_WORKERS", "readerWorkers", {
    fallback: String(workersUnasked),
    fallbackInWords: "处理器核数减一，最少 1，最多 4",
    allowed: "1 至 64 的整数",
    allowedEnglish: "a whole number from 1 to 64",
    meaning: "同时读取文件的工作线程数。",
    schema: wholeNumber(1, 64),
  }),
  setting("READER_TIMEOUT_SECONDS", "readerTimeoutSeconds", {
    fallback: "20",
    allowed: "1 至 600 的整数",
    allowedEnglish: "a whole number from 1 to 600",
    meaning: "读取一个文件最长用时，单位秒；超过即停止读取并说明原因。",
    schema: wholeNumber(1, 600),
  }),
  setting("READER_MEMORY_MB", "readerMemoryMb", {
    fallback: "512",
    allowed: "128 至 16384 的整数",
    allowedEnglish: "a whole number from 128 to 16384",
    meaning: "每个读取线程可用的内存上限，单位 MB。",
    schema: wholeNumber(128, 16_384),
  }),
  setting("TRUST_PROXY", "trustProxy", {
    fallback: "false",
    allowed: "false、true、代理层数，或以逗号分隔的代理 IP 地址、网段",
    allowedEnglish: "false, true, a number of proxies, or IP addresses and subnets parted by commas",
    meaning: "采信哪些反向代理所报的访问者地址。前面没有反向代理时必须为 false，否则访问者可以伪造地址。",
    schema: z
      .string()
      .regex(/^(true|false|\d{1,2}|[0-9A-Fa-f.:/]+(\s*,\s*[0-9A-Fa-f.:/]+)*)$/)
      .transform((value) => (value === "true" ? true : value === "false" ? false : /^\d{1,2}$/.test(value) ? Number(value) : value)),
  }),
  setting("RATE_LIMIT_PER_MINUTE", "rateLimitPerMinute", {
    fallback: "1200",
    allowed: "0 至 1000000 的整数（0 为不限）",
    allowedEnglish: "a whole number from 0 to 1000000 (0 for no limit)",
    meaning: "同一地址每分钟最多请求数。",
    schema: wholeNumber(0, 1_000_000),
  }),
  setting("SET_ASIDE_MONTHS", "setAsideMonths", {
    fallback: "12",
    allowed: "9 至 120 的整数",
    allowedEnglish: "a whole number from 9 to 120",
    meaning: "网上提交被搁置（不是申请）满多少个月后，清除其中的个人信息和附件；恢复办理的不清除，仍按案件的保存期限。",
    schema: wholeNumber(9, 120),
  }),
  setting("SMTP_URL", "smtpUrl", {
    fallback: "",
    fallbackInWords: "空（不发送邮件）",
    allowed: "smtp://用户:口令@主机:端口 或 smtps://…（用户、口令中的特殊字符须按网址规则转写）",
    allowedEnglish: "smtp://user:password@host:port or smtps://…",
    meaning: "发送提醒邮件的服务器。smtps:// 全程加密；smtp:// 在服务器支持时自动转为加密。留空时只有站内消息。",
    isSecret: true,
    schema: perhaps((value) => /^smtps?:\/\/./.test(value) && URL.canParse(value) && new URL(value).hostname !== ""),
  }),
  setting("MAIL_FROM", "mailFrom", {
    fallback: "",
    fallbackInWords: "空（不发送邮件）",
    allowed: "邮件地址，可带名称，如 政务公开系统 <gongkai@example.gov.cn>",
    allowedEnglish: "an address, perhaps with a name: 政务公开系统 <gongkai@example.gov.cn>",
    meaning: "邮件的发件人。与 SMTP_URL 一同设置。",
    schema: perhaps((value) => /^(?:[^<>@\r\n]{1,60}<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value)),
  }),
  ...hookSettings("SMS_HOOK", "smsHook", "短信网关。紧急消息以签名的 POST 请求送到这里，由网关按登录名发给本人；格式见“短信”一节。"),
  ...hookSettings(
    "CITIZEN_SMS_HOOK",
    "citizenSmsHook",
    "给申请人发短信的网关。设置后，网上申请表可以选择“有新进展时发短信”，短信以签名的 POST 请求送到这里；格式见“给申请人的短信”一节。",
  ),
] as const satisfies readonly Setting[];

/** Reads the settings from environment variables. A wrong or misspelt one gives one line that names it, its value and what is allowed. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const misspelt = findMisspelt(environment);
  if (misspelt !== undefined) return { ok: false, message: misspelt };
  const settings: Partial<Record<keyof Settings, unknown>> = {};
  for (const { name, key, fallback, schema, allowed, allowedEnglish, isSecret = false } of SETTINGS as readonly Setting[]) {
    const given = environment[name]?.trim();
    const read = schema.safeParse(given === undefined || given === "" ? fallback : given);
    if (!read.success) {
      return {
        ok: false,
        message: `设置有误：${name}=${isSecret ? "（不予显示）" : shorten(given)}，应为：${allowed}。(${name} must be ${allowedEnglish}.)`,
      };
    }
    settings[key] = read.data;
  }
  const alone = findHalfHook(settings);
  if (alone !== undefined) return { ok: false, message: alone };
  return { ok: true, settings: settings as Settings }; // SETTINGS names every key of Settings: `every setting has a variable` in the test
}

/** Prefixes that are ours alone: a variable that begins so and is not in the list is a slip of the pen. */
const OUR_PREFIX = /^(GONGKAI_|READER_|UPLOAD_|RATE_LIMIT_|TRUST_PROX|SMS_HOOK_|CITIZEN_SMS_|SET_ASIDE_)/;

function findMisspelt(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const names: readonly string[] = SETTINGS.map(({ name }) => name);
  const unknown = Object.keys(environment).find((name) => OUR_PREFIX.test(name) && !names.includes(name));
  if (unknown === undefined) return undefined;
  return `设置有误：没有名为 ${unknown} 的设置（其值为 ${shorten(environment[unknown])}），可用的设置有 ${names.join("、")}。(Unknown setting ${unknown}.)`;
}

function setting<Key extends keyof Settings>(name: string, key: Key, rest: Omit<Setting<Key>, "name" | "key">): Setting<Key> {
  return { name, key, ...rest };
}

/** A gateway's address and the secret agreed with it. */
function hookSettings<Key extends "smsHook" | "citizenSmsHook">(name: string, key: Key, meaning: string) {
  return [
    setting(`${name}_URL`, `${key}Url`, {
      fallback: "",
      fallbackInWords: "空（不发送短信）",
      allowed: "https:// 网址；本机和内网的网关也可用 http://；网址中不得含用户名、口令",
      allowedEnglish: "an https:// address, or http:// for a gateway on this machine or the inner network; without user or password",
      meaning,
      schema: perhaps(isHookUrl),
    }),
    setting(`${name}_SECRET`, `${key}Secret`, {
      fallback: "",
      fallbackInWords: "空（不发送短信）",
      allowed: "16 至 200 个字符",
      allowedEnglish: "16 to 200 characters",
      meaning: `与上一项的网关约定的密钥，用来对请求签名（HMAC-SHA256）。须与 ${name}_URL 一同设置。`,
      isSecret: true,
      schema: perhaps((value) => value.length >= 16 && value.length <= 200),
    }),
  ] as const;
}

/** A gateway without its secret, or the other way round, would be silently off. */
function findHalfHook(settings: Partial<Record<keyof Settings, unknown>>): string | undefined {
  for (const [key, name] of [
    ["smsHook", "SMS_HOOK"],
    ["citizenSmsHook", "CITIZEN_SMS_HOOK"],
  ] as const) {
    const [hasUrl, hasSecret] = [settings[`${key}Url`] !== undefined, settings[`${key}Secret`] !== undefined];
    if (hasUrl === hasSecret) continue;
    const [given, missing] = hasUrl ? [`${name}_URL`, `${name}_SECRET`] : [`${name}_SECRET`, `${name}_URL`];
    return `设置有误：设置了 ${given}，没有设置 ${missing}，两项应一同设置。(${given} and ${missing} must be set together.)`;
  }
  return undefined;
}

/** A value may be a long accident: enough of it to be recognised, on one line. */
function shorten(value = ""): string {
  const line = value.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
