import { WarningFilled } from "@ant-design/icons";
import type { IntakeEntry } from "@gongkai/server/contract";
import { Link } from "@tanstack/react-router";
import { Button, Checkbox } from "antd";
import type { ReactNode } from "react";
import { organPath } from "../../../lib/feature.ts";
import { type Column, ListTable } from "../../../ui/ListTable.tsx";
import { Mark } from "../../../ui/Mark.tsx";

interface IntakeTableProps {
  readonly caption: string;
  readonly agency: string;
  readonly entries: readonly IntakeEntry[];
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (id: string, isChosen: boolean) => void;
  /** Left out for those who may not. */
  readonly onConfirm?: ((entry: IntakeEntry) => void) | undefined;
  readonly onSetAside?: (entry: IntakeEntry) => void;
  readonly onBringBack?: (entry: IntakeEntry) => void;
  readonly empty: ReactNode;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  natural: "自然人",
  business: "商业企业",
  research: "科研机构",
  welfare: "社会公益组织",
  legal: "法律服务机构",
  other: "其他",
};

/** What came in through the internet, with what speaks for spam, and what can be done with it. */
export function IntakeTable({ caption, entries, empty, ...rest }: IntakeTableProps) {
  return <ListTable caption={caption} columns={columnsOf(rest)} rows={entries} keyOf={({ id }) => id} empty={empty} />;
}

function columnsOf({
  agency,
  chosen,
  onChoose,
  onConfirm,
  onSetAside,
  onBringBack,
}: Omit<IntakeTableProps, "caption" | "entries" | "empty">): readonly Column<IntakeEntry>[] {
  return [
    ...(onChoose === undefined
      ? []
      : [
          {
            key: "choose",
            title: "选择",
            narrow: true,
            show: ({ id, summary }: IntakeEntry) => (
              <Checkbox
                aria-label={`选择：${summary}`}
                checked={chosen?.has(id) === true}
                onChange={({ target }) => onChoose(id, target.checked)}
              />
            ),
          },
        ]),
    {
      key: "summary",
      title: "所需信息",
      show: ({ id, summary, receiptNumber }) => (
        <>
          <Link to={organPath(agency, `applications/${id}`)}>{summary}</Link>
          <small>回执号 {receiptNumber}</small>
        </>
      ),
    },
    {
      key: "applicant",
      title: "申请人",
      show: ({ applicantName, applicantKind }) => (
        <>
          {applicantName}
          <small>{KIND_WORDS[applicantKind] ?? applicantKind}</small>
        </>
      ),
    },
    {
      key: "submitted",
      title: "提交",
      narrow: true,
      show: ({ submittedOn, files }) => (
        <>
          {submittedOn}
          <small>{files === 0 ? "没有附件" : `${files} 个附件`}</small>
        </>
      ),
    },
    {
      key: "suspicions",
      title: onBringBack === undefined ? "可疑之处" : "搁置的原因",
      show: ({ suspicions, setAsideReason }) =>
        setAsideReason !== null ? setAsideReason : suspicions.length === 0 ? "没有" : <Suspicions suspicions={suspicions} />,
    },
    {
      key: "acts",
      title: "操作",
      show: (entry) => (
        <span className="acts">
          {onConfirm === undefined ? null : <Act label="确认收到" of={entry} onPress={onConfirm} />}
          {onSetAside === undefined ? null : <Act label="搁置" of={entry} onPress={onSetAside} />}
          {onBringBack === undefined ? null : <Act label="恢复" of={entry} onPress={onBringBack} />}
        </span>
      ),
    },
  ];
}

function Act({
  label,
  of: entry,
  onPress,
}: {
  readonly label: string;
  readonly of: IntakeEntry;
  readonly onPress: (entry: IntakeEntry) => void;
}) {
  return (
    <Button type="link" className="link-button" aria-label={`${label}：${entry.summary}`} onClick={() => onPress(entry)}>
      {label}
    </Button>
  );
}

/** Each reason in words. */
export function Suspicions({ suspicions }: Pick<IntakeEntry, "suspicions">) {
  return (
    <span className="intake-marks">
      {suspicions.map(({ code, words }) => (
        <Mark key={code} tone="warning">
          <WarningFilled aria-hidden="true" /> {words}
        </Mark>
      ))}
    </span>
  );
}
