import type { EditionId } from "@gongkai/annual-report";
import { useState } from "preact/hooks";
import { READABLE_KINDS } from "../file-picker/file-picker.tsx";

export interface NewReport {
  readonly edition: EditionId;
  readonly year: number;
  readonly agency: string;
}

export interface StartFormProps {
  /** The year reported on now: the one before this. */
  readonly year: number;
  readonly onBlank: (report: NewReport) => void;
  /** Begins from last year's report; gives the reason where it could not be read. */
  readonly onPrevious: (file: File) => Promise<string | undefined>;
}

/** Beginning a report: from last year's, or with an empty form. */
export function StartForm({ year: usual, onBlank, onPrevious }: StartFormProps) {
  const [year, setYear] = useState(usual);
  const [edition, setEdition] = useState<EditionId | undefined>(undefined);
  const [agency, setAgency] = useState("");
  const [remark, setRemark] = useState("");
  const [isReading, setReading] = useState(false);
  const usualEdition: EditionId = year >= 2021 ? "2021" : "2019";

  async function begin(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    setReading(true);
    setRemark("正在读取上年报告…");
    setRemark((await onPrevious(file)) ?? "");
    setReading(false);
    input.value = "";
  }

  return (
    <details class="start-form">
      <summary>编写一份新报告</summary>
      <div class="start-form__ways">
        <section>
          <h2>从上年报告开始</h2>
          <p>带入上年结转数，逐格显示上年数字，年度自动加一。</p>
          <label for="start-previous">选择上一年度的报告</label>
          <input
            id="start-previous"
            type="file"
            accept={READABLE_KINDS}
            disabled={isReading}
            onChange={(event) => void begin(event.currentTarget)}
          />
          <p role="status" class="start-form__remark">
            {remark}
          </p>
        </section>
        <section>
          <h2>新建空白报告</h2>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              onBlank({ edition: edition ?? usualEdition, year, agency });
            }}
          >
            <label for="start-agency">机关名称</label>
            <input
              id="start-agency"
              type="text"
              required
              maxLength={100}
              value={agency}
              onInput={(event) => setAgency(event.currentTarget.value)}
            />
            <label for="start-year">报告年度</label>
            <input
              id="start-year"
              type="number"
              required
              min={2008}
              max={2100}
              value={year}
              onInput={(event) => setYear(Number(event.currentTarget.value))}
            />
            <label for="start-edition">表格版式</label>
            <select
              id="start-edition"
              value={edition ?? usualEdition}
              onChange={(event) => setEdition(event.currentTarget.value === "2019" ? "2019" : "2021")}
            >
              <option value="2021">2021 年版（2021 年度及以后）</option>
              <option value="2019">2019 年版（2019、2020 年度）</option>
            </select>
            <button type="submit" class="button button--small">
              新建
            </button>
          </form>
        </section>
      </div>
    </details>
  );
}
