import type { AGENCY_KINDS } from "@gongkai/server/contract";
import { LEAST_PASSWORD } from "@gongkai/server/contract";

export interface SetupValues {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly agencyCode: string;
  readonly kind: (typeof AGENCY_KINDS)[number];
  readonly signInName: string;
  readonly personName: string;
  readonly password: string;
  readonly again: string;
}

export const FIRST_VALUES: SetupValues = {
  code: "",
  name: "",
  shortName: "",
  agencyCode: "",
  kind: "government",
  signInName: "",
  personName: "",
  password: "",
  again: "",
};

export const LABELS = {
  code: "设置码",
  "organ.name": "机关全称",
  "organ.shortName": "机关简称",
  "organ.code": "机关代号",
  "organ.kind": "机关类别",
  "administrator.signInName": "登录名",
  "administrator.name": "姓名",
  "administrator.password": "密码",
  "administrator.again": "再输一遍密码",
};

export const HINTS = {
  "organ.code": "机关代号只能用小写字母、数字和连字符，以字母或数字开头，如 yunxi-xian。",
  "administrator.signInName": "登录名为 2 至 63 个字母、数字或汉字，也可含 . _ @ -。",
  "administrator.again": "两次输入的密码不一致。",
};

export const STEPS: readonly { readonly title: string; readonly lead: string; readonly fields: readonly string[] }[] = [
  {
    title: "确认身份",
    lead: "设置码在服务器启动时显示在控制台，也保存在数据文件夹的 setup-code 文件中。它证明正在设置的是能够管理这台服务器的人。",
    fields: ["code"],
  },
  {
    title: "首个机关",
    lead: "一般填写主管部门或本级人民政府，其他机关设置完成后再逐一添加。",
    fields: ["organ.name", "organ.shortName", "organ.code", "organ.kind"],
  },
  {
    title: "系统管理员",
    lead: `密码不少于 ${LEAST_PASSWORD} 个字符，不含登录名，不是常见密码。`,
    fields: ["administrator.signInName", "administrator.name", "administrator.password", "administrator.again"],
  },
];
