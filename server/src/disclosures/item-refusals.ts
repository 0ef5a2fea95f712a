import type { CommonRefusal } from "../ledger/index.ts";
import type { RefusalWords } from "../platform/answer-refusal.ts";

export type ItemRefusal =
  | CommonRefusal
  | "not-found"
  | "entry-not-found"
  | "entry-closed"
  | "entry-on-request"
  | "in-the-future"
  | "dates-in-disorder"
  | "attachment-unknown"
  | "text-empty"
  | "correction-without-publication"
  | "wrong-state"
  | "in-review"
  | "reason-missing"
  | "review-date-missing"
  | "review-date-past"
  | "wider-than-original"
  | "not-marked"
  | "not-screened"
  | "finding-open"
  | "finding-not-found"
  | "needs-secrecy-reviewer"
  | "cannot-mask"
  | "signed-already"
  | "form-incomplete"
  | "check-failed"
  | "not-approved"
  | "not-for-publication"
  | "time-past"
  | "index-number-taken"
  | "not-published"
  | "withdrawn-already"
  | "no-take-down"
  | "same-person"
  | "not-normative"
  | "same-item"
  | "document-not-found"
  | "not-withheld"
  | "application-not-found"
  | "application-not-answered"
  | "text-erased";

export const ITEM_REFUSALS = {
  "not-allowed": { status: 403, message: "这一事项不由您的岗位办理。请由有权办理的人员操作，或者请管理员调整岗位。" },
  "not-found": { status: 404, message: "没有找到这条信息，请返回列表重新查找。" },
  "changed-meanwhile": { status: 409, message: "这条信息刚刚被他人办理过。您填写的内容没有丢失，请查看最新情况后再决定是否提交。" },
  "key-reused": { status: 409, message: "这次提交与先前一次提交使用了相同的编号但内容不同，请刷新页面后重新提交。" },
  "entry-not-found": { status: 422, message: "没有找到所选的目录条目，请重新选择。" },
  "entry-closed": { status: 422, message: "所选的目录条目已经停用，请选择其他条目。" },
  "entry-on-request": { status: 422, message: "所选的目录条目属于依申请公开，不能作为主动公开的归类。" },
  "in-the-future": { status: 422, message: "成文日期不能晚于今天，请检查。" },
  "dates-in-disorder": { status: 422, message: "失效日期、公开时限不能早于成文日期或者实施日期，请检查。" },
  "attachment-unknown": { status: 422, message: "有附件没有上传成功，请重新上传。" },
  "text-empty": { status: 422, message: "正文和附件不能都为空。" },
  "correction-without-publication": { status: 422, message: "更正说明只用于已经发布的信息。" },
  "wrong-state": { status: 409, message: "这条信息目前的状态不能办理这一事项。" },
  "in-review": { status: 409, message: "这条信息正在审查，需要修改的请先退回。" },
  "reason-missing": { status: 422, message: "主动公开以外的属性必须说明理由（条例第五条）。" },
  "review-date-missing": { status: 422, message: "依申请公开、不予公开的信息必须填写重新审查日期（条例第十八条）。" },
  "review-date-past": { status: 422, message: "重新审查日期必须晚于今天。" },
  "wider-than-original": { status: 422, message: "转发的文件应当与原文的公开属性一致，不能比原文公开得更多。" },
  "not-marked": { status: 409, message: "请先认定公开属性。" },
  "not-screened": { status: 409, message: "内容修改后还没有筛查，请先筛查。" },
  "finding-open": { status: 409, message: "筛查发现的问题还没有处理：请修改、隐去，或者说明可以公开的理由。" },
  "finding-not-found": { status: 404, message: "最近一次筛查中没有这一问题，请重新筛查后再试。" },
  "needs-secrecy-reviewer": { status: 403, message: "涉密、内部标识由保密审查人或者政府信息公开工作机构负责人认定。" },
  "cannot-mask": { status: 422, message: "所选的问题不能自动处理，请人工修改。" },
  "signed-already": { status: 403, message: "您在本轮已经办理过一道程序，同一人不能办理两道程序，请由其他人员审查。" },
  "form-incomplete": { status: 422, message: "保密审查表还有未填写的审查项。" },
  "check-failed": { status: 409, message: "保密审查表中有审查项未通过，不能同意；请退回修改。" },
  "not-approved": { status: 409, message: "审查程序尚未完成，不能发布（先审查、后公开）。" },
  "not-for-publication": { status: 409, message: "依申请公开、不予公开的信息不能发布。" },
  "time-past": { status: 422, message: "定时发布的时间必须晚于现在。" },
  "index-number-taken": {
    status: 409,
    message: "按现在的格式，这条信息的索引号与已经移入的信息重复，没有发布。请管理员在“本机关设置”中修改索引号格式后再发布。",
  },
  "not-published": { status: 409, message: "这条信息没有处于公开状态。" },
  "withdrawn-already": { status: 409, message: "这条信息已经撤回。" },
  "no-take-down": { status: 409, message: "没有等待补批的紧急撤下。" },
  "same-person": { status: 403, message: "紧急撤下由另一人补批。" },
  "not-normative": { status: 422, message: "只有规章、行政规范性文件登记效力状态。" },
  "same-item": { status: 422, message: "不能与自身关联。" },
  "document-not-found": { status: 404, message: "没有找到被解读的文件。" },
  "not-withheld": { status: 409, message: "只有依申请公开、不予公开的信息需要重新审查。" },
  "application-not-found": { status: 404, message: "没有找到所选的申请。" },
  "application-not-answered": { status: 409, message: "只有已经答复公开或者部分公开的申请，才能转为主动公开。" },
  "text-erased": { status: 410, message: "正文已经清除。" },
} as const satisfies Record<ItemRefusal, RefusalWords>;
