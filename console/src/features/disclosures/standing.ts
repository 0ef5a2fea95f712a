import type { ItemPage } from "@gongkai/server/contract";
import { sayRole } from "./words.ts";

type Page = Pick<ItemPage, "item" | "mark" | "screening" | "review" | "acts">;

export interface NextStep {
  readonly title: string;
  readonly text: string;
  /** Whether it is for the person who looks. */
  readonly isTheirs: boolean;
  /** The act it is, where it is one of the person's. */
  readonly act?: string;
}

/** What comes next with an item, in one sentence, and whether the person may do it. */
export function nextStepOf({ item, mark, screening, review, acts }: Page): NextStep {
  const may = (act: string) => acts.includes(act);
  const theirs = (act: string, title: string, text: string): NextStep =>
    may(act) ? { title, text, isTheirs: true, act } : { title, text: `由${sayWho(item.waitingRole)}办理。${text}`, isTheirs: false };
  if (item.awaitsTakeDownApproval) {
    return theirs("approveTakeDown", "补批紧急撤下", "信息已经紧急撤下，公众看不到。负责人核实后补批。");
  }
  switch (item.state) {
    case "drafted":
      return theirs("mark", "认定公开属性", "先说明这份信息能不能公开、为什么，再筛查和送审。");
    case "marked":
    case "returned": {
      const isReturned = item.state === "returned";
      const needsScreening = mark?.attribute === "proactive" || mark?.attribute === "redacted";
      if (needsScreening && screening?.isCurrent !== true)
        return theirs("screen", "筛查", "送审前自动查找身份证号、手机号、涉密标识等不宜公开的内容。");
      if (needsScreening && screening !== null && screening.blocking > 0) {
        return theirs(
          "judge",
          "处理筛查发现的问题",
          `还有 ${screening.blocking} 处必须处理：一键隐去、修改，或者说明可以公开的理由。处理完才能送审。`,
        );
      }
      return theirs("submit", isReturned ? "修改后重新送审" : "提交审查", isReturned ? "退回的理由见办理记录。" : "填写保密审查表，送审。");
    }
    case "inReview": {
      const role = review.chain[review.step - 1] ?? item.waitingRole ?? "";
      const text = `第 ${review.step} 道，共 ${review.chain.length} 道。同一人不能办两道。`;
      if (may("sign")) return { title: `以“${sayRole(role)}”审查`, text, isTheirs: true };
      return { title: `等待${sayRole(role)}审查`, text: `${text}要修改，请审查人先退回。`, isTheirs: false };
    }
    case "approved":
      return item.waitingRole === null
        ? { title: "审查结束", text: "属性为不主动公开，不发布。", isTheirs: false }
        : theirs("publish", "发布", "审查已经通过，可以立即发布或者定时发布。");
    case "scheduled":
      return { title: "等待定时发布", text: "到时间自动发布。审查后内容没有变动，无需再办。", isTheirs: false };
    case "withdrawn":
      return { title: "已撤回", text: "公众在原网址看到撤回说明。", isTheirs: false };
    case "published":
    case "updated":
      return { title: "已经公开", text: "内容有误的，更正后重新审查；不宜公开的，撤回并说明理由。", isTheirs: false };
    case "expired":
      return { title: "公开期满", text: "可以归档。", isTheirs: false };
    case "archived":
    case "discarded":
      return { title: item.stateWords, text: "不再办理。", isTheirs: false };
  }
}

function sayWho(role: string | null): string {
  return role === null ? "其他岗位的人员" : sayRole(role);
}

export type StepState = "done" | "now" | "later";

export interface ReviewStep {
  readonly role: string;
  readonly state: StepState;
  readonly by: string | undefined;
  readonly on: string | undefined;
  readonly opinion: string | undefined;
}

/** The chain with who has signed what. Before the submission there is none; after publication, that of the last round. */
export function reviewStepsOf({ item, review }: Pick<Page, "item" | "review">): readonly ReviewStep[] {
  const roles = review.chain.length > 0 ? review.chain : review.signatures.map(({ role }) => role);
  return roles.map((role, index) => {
    const signed = review.signatures.find(({ step }) => step === index + 1);
    const isNow = item.state === "inReview" && index === review.step - 1;
    return {
      role,
      state: signed !== undefined ? "done" : isNow ? "now" : "later",
      by: signed?.by ?? undefined,
      on: signed?.on,
      opinion: signed?.opinion,
    };
  });
}

/** Whether whoever signs now answers the form's questions: the secrecy reviewer, or the last one where the chain has none. */
export function mustAnswerForm({ chain, step }: Page["review"]): boolean {
  return chain.includes("secrecyReviewer") ? chain[step - 1] === "secrecyReviewer" : step === chain.length;
}

/** Why a usual act is not offered now, for the list below the offered ones. */
const WHY_NOT: readonly {
  readonly act: string;
  readonly label: string;
  readonly roles: string;
  readonly when: (page: Page) => string | undefined;
}[] = [
  {
    act: "revise",
    label: "修改",
    roles: "承办人、部门负责人或者公开工作机构负责人",
    when: ({ item }) => (item.state === "inReview" ? "正在审查，要修改请审查人先退回" : over(item.state)),
  },
  {
    act: "submit",
    label: "提交审查",
    roles: "承办人、部门负责人或者公开工作机构负责人",
    when: ({ item }) =>
      item.state === "drafted"
        ? "先认定公开属性"
        : item.state === "inReview"
          ? "已经送审"
          : ["marked", "returned"].includes(item.state)
            ? undefined
            : "已经过了审查；修改后可以再次送审",
  },
  {
    act: "sign",
    label: "审查同意",
    roles: "轮到的审查岗位（A岗；A岗不在岗时由B岗）",
    when: ({ item }) => (item.state === "inReview" ? undefined : "现在没有送审"),
  },
  {
    act: "publish",
    label: "发布",
    roles: "登记人或者公开工作机构负责人",
    when: ({ item }) =>
      ["approved", "scheduled"].includes(item.state) ? undefined : (over(item.state) ?? "全部审查程序完成后才能发布（先审查、后公开）"),
  },
  {
    act: "withdraw",
    label: "撤回",
    roles: "领导签发岗位；发现泄露的，由公开工作机构负责人紧急撤下",
    when: ({ item }) =>
      item.publicVersion > 0 && item.state !== "withdrawn" ? undefined : item.state === "withdrawn" ? "已经撤回" : "还没有公开",
  },
];

function over(state: string): string | undefined {
  return state === "archived" || state === "discarded" ? "已经归档或者作废" : undefined;
}

export function whyNotOffered(page: Page): readonly { readonly label: string; readonly why: string }[] {
  return WHY_NOT.filter(({ act }) => !page.acts.includes(act)).map(({ label, roles, when }) => ({
    label,
    why: when(page) ?? `由${roles}办理`,
  }));
}
