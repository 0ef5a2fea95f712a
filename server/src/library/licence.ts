/** On what terms the data may be used; told with every answer and on the page about the open data. */
export const LICENCE =
  "年度报告由行政机关依法主动公开。数据可以免费复制、传播和再利用，请注明来源机关和本库网址，不得歪曲；据此加工的结果由加工者负责。示例数据不是真实统计，请勿引用。";
