/** The main sections of the site, in the order of the header. A new part of the portal adds its line here. */
export const SECTIONS = [
  { id: "disclosures", name: "政府信息公开", href: "/organs" },
  { id: "policies", name: "政策文件库", href: "/policies" },
  { id: "apply", name: "依申请公开", href: "/apply" },
  { id: "library", name: "年报库", href: "/reports" },
  { id: "check-up", name: "年报体检", href: "/check-up" },
  { id: "help", name: "填报说明", href: "/check-up/help" },
  { id: "deadline", name: "期限计算器", href: "/deadline" },
  { id: "search", name: "搜索", href: "/search" },
] as const;

export type SectionId = (typeof SECTIONS)[number]["id"];
