import { Radio } from "antd";

export type Owner = "office" | "applicant";

const OWNERS = [
  { value: "office", label: "本机关的材料" },
  { value: "applicant", label: "申请人或者第三方提交的材料（加密保存，下载留下记录）" },
] as const;

interface OwnerFieldProps {
  readonly value: Owner;
  /** Once files are taken in, whose they are is settled. */
  readonly isSettled: boolean;
  readonly onChange: (owner: Owner) => void;
}

/** Whose the files are: those of applicants and third parties are kept encrypted. */
export function OwnerField({ value, isSettled, onChange }: OwnerFieldProps) {
  return (
    <Radio.Group
      aria-label="谁的材料"
      value={value}
      disabled={isSettled}
      options={[...OWNERS]}
      onChange={({ target }) => onChange(target.value === "applicant" ? "applicant" : "office")}
    />
  );
}
