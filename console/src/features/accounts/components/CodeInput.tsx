import { Input } from "antd";
import type { ControlProps } from "../../../ui/Field.tsx";

interface CodeInputProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Six digits; spaces that come along when a code is pasted are left out. */
export function CodeInput({ control, value, onChange }: CodeInputProps) {
  return (
    <Input
      {...control}
      className="code-input"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      value={value}
      onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, "").slice(0, 6))}
    />
  );
}
