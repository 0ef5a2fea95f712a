import {
  ClockCircleOutlined,
  CheckOutlined,
  ExclamationCircleFilled,
  FieldTimeOutlined,
  PauseCircleOutlined,
  WarningFilled,
} from "@ant-design/icons";
import type { ListedApplication } from "@gongkai/server/contract";
import type { ComponentType } from "react";
import { Mark } from "../../../ui/Mark.tsx";
import { sayLeft } from "../words.ts";

type Urgency = ListedApplication["urgency"];

const TONES = {
  overdue: "error",
  today: "warning",
  soon: "notice",
  later: "plain",
  paused: "plain",
  done: "fine",
} as const satisfies Record<Urgency, string>;

const SIGNS = {
  overdue: ExclamationCircleFilled,
  today: WarningFilled,
  soon: FieldTimeOutlined,
  later: ClockCircleOutlined,
  paused: PauseCircleOutlined,
  done: CheckOutlined,
} as const satisfies Record<Urgency, ComponentType>;

/** How urgent a case is: sign and words, the colour is only a third. */
export function UrgencyMark({ application }: { readonly application: ListedApplication }) {
  const Sign = SIGNS[application.urgency];
  return (
    <Mark tone={TONES[application.urgency]}>
      <Sign aria-hidden="true" /> {sayLeft(application)}
    </Mark>
  );
}
