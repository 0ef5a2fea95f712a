import { CheckOutlined, ClockCircleOutlined, ExclamationCircleFilled, FieldTimeOutlined, WarningFilled } from "@ant-design/icons";
import type { ComponentType } from "react";
import { Mark } from "../../../ui/Mark.tsx";
import type { PublicationClock, Urgency } from "../urgency.ts";

const TONES = { overdue: "error", today: "warning", soon: "notice", later: "plain", none: "plain" } as const satisfies Record<
  Urgency,
  string
>;
const SIGNS = {
  overdue: ExclamationCircleFilled,
  today: WarningFilled,
  soon: FieldTimeOutlined,
  later: ClockCircleOutlined,
  none: CheckOutlined,
} as const satisfies Record<Urgency, ComponentType>;

/** How near the limit of publication is: sign and words, the colour is only a third. */
export function ClockMark({ clock: { urgency, words } }: { readonly clock: PublicationClock }) {
  const Sign = SIGNS[urgency];
  return (
    <Mark tone={TONES[urgency]}>
      <Sign aria-hidden="true" /> {words}
    </Mark>
  );
}
