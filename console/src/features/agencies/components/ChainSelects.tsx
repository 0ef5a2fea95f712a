import { POST_ROLE_WORDS, REVIEWER_ROLES, type ReviewerRole } from "@gongkai/server/contract";
import type { ControlProps } from "../../../ui/Field.tsx";
import { Select } from "../../../ui/Select.tsx";

interface ChainSelectsProps {
  readonly control: ControlProps;
  readonly label: string;
  readonly steps: readonly (ReviewerRole | null)[];
  readonly usual: readonly ReviewerRole[];
  readonly onChange: (steps: readonly (ReviewerRole | null)[]) => void;
}

const OPTIONS = REVIEWER_ROLES.map((role) => ({ value: role, label: POST_ROLE_WORDS[role] }));
const NUMERALS = ["一", "二", "三", "四", "五"];

/** One select for each step of a review chain, and the chain in words below. */
export function ChainSelects({ control, label, steps, usual, onChange }: ChainSelectsProps) {
  const chosen = steps.filter((step) => step !== null);
  const words = (chosen.length > 0 ? chosen : usual).map((role) => POST_ROLE_WORDS[role]).join(" → ");
  return (
    <>
      <div className="chain-steps" role="group" aria-label={label}>
        {steps.map((step, index) => (
          <Select<ReviewerRole>
            {...control}
            key={NUMERALS[index]}
            id={index === 0 ? control.id : `${control.id}-${index}`}
            aria-label={`${label}，第${NUMERALS[index]}步`}
            placeholder={`第${NUMERALS[index]}步`}
            allowClear
            value={step}
            options={OPTIONS}
            onChange={(role) => onChange(steps.map((old, at) => (at === index ? (role ?? null) : old)))}
          />
        ))}
      </div>
      <p className="field-help" role="status">
        {chosen.length > 0 ? "" : "通常程序："}拟稿 → {words}（签发）
      </p>
    </>
  );
}
