/** What the office calls each event, by the kind of its stream. */
export type EventWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Events whose slices have no list of words of their own. */
const OWN_WORDS: EventWords = {
  agency: { agencyAdded: "增设机关", agencyRenamed: "机关更名", agencyChanged: "修改机关信息", agencyClosed: "撤销机关" },
  unit: { unitAdded: "增设内设机构", unitRenamed: "内设机构更名", unitClosed: "撤销内设机构" },
  post: { postGiven: "设岗", deputySet: "设置B岗", absenceSet: "登记不在岗", absenceEnded: "恢复在岗", postEnded: "结束岗位" },
  person: { personAdded: "开立账号", personChanged: "修改账号信息", personDisabled: "停用账号", personEnabled: "启用账号" },
  access: {
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
    applicantOpened: "查看申请人信息",
    attachmentOpened: "打开附件",
    fileOpened: "下载申请人、第三方的附件",
    statementOpened: "查看申请人、第三方的陈述",
    letterOpened: "打开文书",
    letterFetched: "申请人网上下载文书",
    releasedFetched: "申请人网上下载所提供的信息",
    registerExported: "导出台账",
    applicantsExported: "导出台账（含申请人信息）",
  },
  calendar: { calendarYearSet: "录入放假安排" },
  calendarChange: { limitsRecomputed: "按新的放假安排重新计算期限" },
  remedy: {
    filed: "登记复议或者诉讼",
    copyReceived: "收到申请书或者起诉状副本",
    organReplied: "提交答复或者答辩",
    decided: "收到决定或者裁判",
    redone: "按要求重新答复",
    withdrawn: "撤回复议或者诉讼",
    imported: "导入",
    importWithdrawn: "撤销导入",
  },
  registerImport: {
    registerReceived: "上传台账",
    importBegun: "开始导入",
    casesImported: "导入一批",
    itemsTakenOver: "移入一批信息",
    importFinished: "导入完成",
    importCancelled: "停止导入",
    undoBegun: "开始撤销导入",
    importUndone: "导入已撤销",
  },
  report: { figuresPublished: "固定年度数据" },
  catalogueEntry: { added: "增加目录条目", changed: "修改目录条目", closed: "停用目录条目" },
  disclosurePage: { written: "编写指南或者制度", closed: "停用制度" },
  signingKey: { made: "生成签名密钥", retired: "停用签名密钥" },
  transferBatch: { made: "生成移送清单", received: "登记接收", replacementAsked: "要求补正移送材料" },
  letterTemplate: { templateChanged: "修改文书模板", templateReset: "恢复标准模板" },
};

/** An event in the office's words; its own name where there are none yet. `words`: those of the slices that have lists of their own. */
export function wordsOf(kind: string, type: string, words: EventWords): string {
  return words[kind]?.[type] ?? OWN_WORDS[kind]?.[type] ?? type;
}
