/** What the office calls the events of organs, people and access; other slices' events are told by their own screens. */
const EVENT_WORDS: Readonly<Record<string, string>> = {
  agencyAdded: "增设机关",
  agencyRenamed: "机关更名",
  agencyChanged: "修改机关信息",
  agencyClosed: "撤销机关",
  unitAdded: "增设内设机构",
  unitRenamed: "内设机构更名",
  unitClosed: "撤销内设机构",
  postGiven: "设岗",
  deputySet: "设置B岗",
  absenceSet: "登记不在岗",
  absenceEnded: "恢复在岗",
  postEnded: "结束岗位",
  personAdded: "开立账号",
  personChanged: "修改账号信息",
  personDisabled: "停用账号",
  personEnabled: "启用账号",
  signedIn: "登录",
  signInFailed: "登录失败",
  lockedOut: "多次失败，暂时锁定",
  signedOut: "退出登录",
  sessionsEnded: "结束登录",
  secondFactorGiven: "通过动态验证码",
  secondFactorFailed: "动态验证码不正确",
  recoveryCodeUsed: "使用恢复码",
  secondFactorEnrolled: "绑定验证器",
  secondFactorRemoved: "解除验证器",
  secondFactorReset: "管理员解除验证器",
  passwordFailed: "当前密码不正确",
  passwordChanged: "更换密码",
  passwordReset: "管理员重置密码",
  refused: "越权操作被拒绝",
  sealedOpened: "查看申请人信息",
};

/** An event in the office's words; its own name where there are none yet. */
export function wordsOf(type: string): string {
  return EVENT_WORDS[type] ?? type;
}
