import { createDocBuilder, type Doc } from "@gongkai/document";

const FORM = { look: "form" } as const;

/** The application form to be printed and filled in by hand: for those who come in person or write. Nothing is asked that the law does not ask. */
export function composeBlankForm(organ: string | undefined): Doc {
  const builder = createDocBuilder("docx");
  const head = (text: string) => ({ text, header: true });
  const box = (...words: readonly string[]) => words.map((word) => `□${word}`).join("　");
  const wide = (label: string, text: string) => [head(label), { text, columnSpan: 5 }];
  const pair = (one: string, other: string) => [head(one), { text: "", columnSpan: 2 }, head(other), { text: "", columnSpan: 2 }];
  builder.heading(1, "政府信息公开申请表");
  builder.paragraph(`受理机关：${organ ?? "　　　　　　　　　　　　"}`, { align: "left" });
  builder.heading(2, "一、申请人");
  builder.table(
    [
      wide("申请人类型", box("公民个人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织")),
      pair("姓名（名称）", "联系电话"),
      pair("证件类型", "证件号码"),
      wide("统一社会信用代码（单位填写）", ""),
      wide("联系地址、邮政编码", ""),
      pair("电子邮箱", "代理人（没有不填）"),
    ],
    FORM,
  );
  builder.paragraph("电话、地址、电子邮箱至少填写一种。由代理人提出的，请附授权委托书和双方身份证明。");
  builder.heading(2, "二、需要的政府信息");
  builder.table([wide("名称", ""), wide("文号（知道的填写）", ""), wide("时间范围", ""), wide("其他有助于查找的描述", "\n\n\n\n\n")], FORM);
  builder.heading(2, "三、希望怎样得到");
  builder.table(
    [
      wide("载体", box("纸质", "电子", "阅览", "抄录")),
      wide("方式", box("邮寄", "电子邮件", "自行领取", "传真", "当场阅览、抄录", "网上查询")),
      wide("需要的帮助", "阅读困难或者有视力、听力障碍的，写明需要什么帮助（条例第四十三条）：\n"),
    ],
    FORM,
  );
  builder.paragraph("申请人（签名或者盖章）：　　　　　　　　", { align: "left" });
  builder.paragraph("　　　　年　　月　　日", { align: "right" });
  builder.heading(2, "填写说明");
  builder.paragraph(
    "不需要说明用途。当面提交的，以提交之日为收到申请之日；挂号邮寄的，以签收之日为收到申请之日；平常信函的，以收到当日确认之日为收到申请之日。收到之日起20个工作日内答复，经批准可以延长20个工作日并告知申请人。申请不收费；数量、频次明显超过合理范围的除外。",
  );
  return builder.build("政府信息公开申请表", "zh-CN");
}
