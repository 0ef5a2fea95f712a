import type { FastifyReply, FastifyRequest } from "fastify";
import type { CommonRefusal } from "../ledger/index.ts";
import { answerRefusal, type RefusalWords } from "../platform/answer-refusal.ts";
import { minutesUntil } from "../platform/instant.ts";
import type { WeakPassword } from "./passwords.ts";
import { LEAST_PASSWORD } from "./schema.ts";

/** Refusals of the guard before every route that is not open to everyone. */
export type AccessRefusal =
  | "not-signed-in"
  | "second-factor-needed"
  | "password-change-needed"
  | "enrolment-needed"
  | "from-elsewhere"
  | "csrf"
  | "no-such-agency"
  | "wrong-duty";

export const ACCESS_REFUSALS = {
  "not-signed-in": { status: 401, message: "您尚未登录，或登录已失效，请重新登录。" },
  "second-factor-needed": { status: 401, message: "登录尚未完成：请输入验证器显示的动态验证码。" },
  "password-change-needed": { status: 401, message: "登录尚未完成：请先设置新密码。" },
  "enrolment-needed": { status: 401, message: "登录尚未完成：您的岗位要求使用动态验证码，请先绑定验证器。" },
  "from-elsewhere": { status: 403, message: "这次提交不是从本系统的页面发出的，已被拒绝。" },
  csrf: { status: 403, message: "页面已经过期，请刷新页面后重新提交。" },
  "no-such-agency": { status: 404, message: "没有这个机关，或者您与这个机关没有工作关系。" },
  "wrong-duty": { status: 403, message: "您在该机关的岗位没有办理此事的权限；如有需要，请联系系统管理员。" },
} as const satisfies Record<AccessRefusal, RefusalWords>;

export type AccountRefusal =
  | CommonRefusal
  | WeakPassword
  | "wrong-name-or-password"
  | "account-disabled"
  | "too-many-attempts"
  | "wrong-password"
  | "password-unchanged"
  | "wrong-code"
  | "already-enrolled"
  | "not-enrolled"
  | "no-such-session"
  | "sign-in-name-taken"
  | "no-such-person"
  | "person-disabled"
  | "not-disabled"
  | "kept-elsewhere"
  | "not-yourself"
  | "last-administrator"
  | "no-such-post"
  | "post-ended"
  | "already-held"
  | "deputy-is-holder"
  | "no-such-unit"
  | "absence-ends-early"
  | "no-deputy"
  | "agency-closed"
  | "already-set-up"
  | "wrong-setup-code"
  | "code-taken"
  | "from-elsewhere";

const ACCOUNT_REFUSALS = {
  "key-reused": { status: 409, message: "这次提交的编号已用于另一次操作，请刷新页面后重新提交。" },
  "not-allowed": { status: 403, message: "您没有办理此事的权限。如此人还在其他机关任职，须由共同的上级机关管理员办理。" },
  "changed-meanwhile": { status: 409, message: "您打开之后，内容已被他人修改。请刷新后核对，再决定是否修改。" },
  "password-too-short": { status: 422, message: `新密码太短，至少${LEAST_PASSWORD}个字符。可以用几个不相干的词连成一句。` },
  "password-holds-name": { status: 422, message: "新密码中不要包含登录名或姓名。" },
  "password-too-common": { status: 422, message: "新密码太常见，容易被猜中，请另换一个。" },
  "wrong-name-or-password": { status: 401, message: "登录名或密码不正确。" },
  "account-disabled": { status: 403, message: "该账号已停用，请联系本机关的系统管理员。" },
  "too-many-attempts": { status: 429, message: "尝试次数过多，已暂时锁定。" },
  "wrong-password": { status: 422, message: "当前密码不正确。" },
  "password-unchanged": { status: 422, message: "新密码与当前密码相同，请另换一个。" },
  "wrong-code": {
    status: 422,
    message: "验证码不正确或已经用过。每个验证码只能用一次，请等待验证器显示下一个；仍不正确的，请校准手机时间。",
  },
  "already-enrolled": { status: 409, message: "您已绑定验证器；更换前请先解除原来的绑定。" },
  "not-enrolled": { status: 409, message: "尚未绑定验证器，或绑定尚未开始。" },
  "no-such-session": { status: 404, message: "没有这个登录，可能已经退出。" },
  "sign-in-name-taken": { status: 409, message: "登录名已被使用，请另取一个。" },
  "no-such-person": { status: 404, message: "没有这名工作人员。" },
  "person-disabled": { status: 409, message: "该账号已停用，请先启用。" },
  "not-disabled": { status: 409, message: "该账号没有停用。" },
  "kept-elsewhere": { status: 409, message: "此人的账号由其他机关管理，请联系该机关的系统管理员。" },
  "not-yourself": { status: 409, message: "不能对自己的账号办理此事，请由另一名管理员办理。" },
  "last-administrator": { status: 409, message: "这是本系统最后一名系统管理员，请先设置另一名。" },
  "no-such-post": { status: 404, message: "没有这个岗位。" },
  "post-ended": { status: 409, message: "该岗位已经结束，不能再作修改。" },
  "already-held": { status: 409, message: "此人已担任同一内设机构的同一岗位。" },
  "deputy-is-holder": { status: 422, message: "A岗和B岗不能是同一人。" },
  "no-such-unit": { status: 422, message: "没有这个内设机构，或者已经撤销。" },
  "absence-ends-early": { status: 422, message: "不在岗的截止日期早于起始日期。" },
  "no-deputy": { status: 422, message: "该岗位没有设B岗，请先设B岗再登记不在岗。" },
  "agency-closed": { status: 409, message: "该机关已经撤销，不能再设岗位。" },
  "already-set-up": { status: 409, message: "本系统已完成首次设置，请直接登录。" },
  "wrong-setup-code": { status: 403, message: "设置码不正确。设置码见服务器启动时的提示，或数据文件夹中的 setup-code 文件。" },
  "code-taken": { status: 409, message: "机关代号已被使用，请另取一个。" },
  "from-elsewhere": ACCESS_REFUSALS["from-elsewhere"],
} as const satisfies Record<AccountRefusal, RefusalWords>;

/** A refusal of the accounts; `until` where trying again makes sense only later. */
export interface Refused<Refusal extends AccountRefusal = AccountRefusal> {
  readonly ok: false;
  readonly refusal: Refusal;
  /** Instant. */
  readonly until?: string;
}

/** Answers a refusal; `now` is the instant from which a wait is told. */
export function refuse(request: FastifyRequest, reply: FastifyReply, { refusal, until }: Refused, now: string): FastifyReply {
  const words = ACCOUNT_REFUSALS[refusal];
  if (until === undefined) return answerRefusal(request, reply, refusal, words);
  const minutes = minutesUntil(now, until);
  const message = `${words.message}请在${minutes}分钟后再试。`;
  return answerRefusal(request, reply.header("retry-after", minutes * 60), refusal, { ...words, message }, { retryAt: until });
}
