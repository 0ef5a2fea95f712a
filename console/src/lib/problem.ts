/** One thing wrong with what was sent, as the server says it. */
export interface ProblemIssue {
  /** e.g. `/organ/name`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Why there is no answer: refused, not understood, or the server was not reached (status 0). */
export class ProblemError extends Error {
  readonly status: number;
  /** For programs: the refusal, such as `changed-meanwhile`. */
  readonly code: string;
  readonly requestId: string | undefined;
  readonly issues: readonly ProblemIssue[];
  /** Seconds to wait before asking again, when the server says so. */
  readonly wait: number | undefined;

  constructor(problem: {
    readonly status: number;
    readonly error: string;
    readonly message: string;
    readonly requestId?: string | undefined;
    readonly issues?: readonly ProblemIssue[] | undefined;
    readonly wait?: number | undefined;
  }) {
    super(problem.message);
    this.name = "ProblemError";
    this.status = problem.status;
    this.code = problem.error;
    this.requestId = problem.requestId;
    this.issues = problem.issues ?? [];
    this.wait = problem.wait;
  }
}

const WORDS: Readonly<Record<number, string>> = {
  0: "连接不上服务器，请检查网络后再试。已填写的内容还在，没有丢失。",
  401: "登录已失效，请重新登录。",
  403: "您的岗位没有这项权限。如确有需要，请联系本机关的系统管理员。",
  404: "没有找到。可能已被删除，或不在您可以查看的范围内。",
  409: "这项内容刚才已被他人修改，请刷新后核对再提交。",
  413: "文件太大，请压缩或者拆分后再上传。",
  429: "操作过于频繁，请稍候再试。",
};

/** Makes a problem of an answer that is not fine; a body that is not ours (a proxy's page) still gives a Chinese sentence. */
export function readProblem(status: number, body: unknown, wait?: number): ProblemError {
  const given = isRecord(body) ? body : {};
  const said = given["message"];
  const message = typeof said === "string" && said !== "" ? said : (WORDS[status] ?? "系统没有完成这次操作，请稍后再试。");
  const issues = Array.isArray(given["issues"]) ? given["issues"].filter(isIssue) : [];
  return new ProblemError({
    status,
    error: typeof given["error"] === "string" ? given["error"] : `status-${status}`,
    message,
    requestId: typeof given["requestId"] === "string" ? given["requestId"] : undefined,
    issues,
    wait,
  });
}

/** What to tell about anything thrown while loading or sending. */
export function sayProblem(fault: unknown): string {
  return fault instanceof ProblemError ? fault.message : "页面出了故障，请刷新后再试。";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isIssue(value: unknown): value is ProblemIssue {
  return isRecord(value) && typeof value["path"] === "string" && typeof value["message"] === "string";
}
