import type { ThemeConfig } from "antd";

/** The portal's colours. Ant Design's own greys and its blue are too pale on white for WCAG AA. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: "#0b4a8f",
    colorLink: "#0b4a8f",
    colorInfo: "#0b4a8f",
    colorError: "#a8071a",
    colorWarning: "#7a4300",
    colorSuccess: "#12632f",
    colorText: "#16202b",
    colorTextSecondary: "#4a5765",
    colorTextTertiary: "#4a5765",
    colorTextDescription: "#4a5765",
    colorTextPlaceholder: "#5b6875",
    colorBorder: "#8494a3",
    borderRadius: 4,
    fontSize: 15,
    controlHeight: 38,
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC Variable",sans-serif',
  },
};
