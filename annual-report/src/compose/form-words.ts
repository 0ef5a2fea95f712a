/** Words the form prints that name no cell, row or column of an edition: the head of every block and table. */
export const INFORMATION_CONTENT = "信息内容";
export const APPLICANTS = "申请人情况";
export const ORGANISATIONS = "法人或其他组织";
