import { EDITIONS } from "@gongkai/annual-report";
import { APPLICANT_KIND_WORDS, editionOfYear } from "@gongkai/statute";
import { Button } from "antd";
import type { ApplicationFilter } from "../list-filter.ts";

/** Of which figure of table 3 these are the cases. */
export function CellNote({
  filter: { year, row, applicantKind },
  onClear,
}: {
  readonly filter: ApplicationFilter;
  readonly onClear: () => void;
}) {
  if (year === undefined) return null;
  const label = EDITIONS[editionOfYear(year)].table3.rows.find(({ id }) => id === row)?.label;
  const column = applicantKind === undefined ? "" : `，${APPLICANT_KIND_WORDS[applicantKind]}`;
  return (
    <p className="notice">
      列入{year}年度报告表三的申请{label === undefined ? "" : `：${label}`}
      {column}。
      <Button type="link" onClick={onClear}>
        显示全部年度
      </Button>
    </p>
  );
}
