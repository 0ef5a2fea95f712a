import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReaderPool } from "@gongkai/document/read";
import {
  addEntry,
  announceChange,
  createItemImport,
  folderFileStore,
  readHandedIn,
  runItemImport,
  startItemImport,
  systemClock,
  writeSheet,
} from "@gongkai/server/maintenance";
import { plainDate } from "@gongkai/statute";
import { type Opened, openBenchDatabase } from "./open-bench-database.ts";
import type { BenchOptions } from "./options.ts";
import { insertAgain } from "./insert-again.ts";
import { printTable } from "./print-table.ts";
import { quantile } from "./quantile.ts";

const ITEMS = 10_000;
/** Letters of a text: a notice of two pages. */
const LETTERS = 1_000;
const AGENCY = 1;
const HEAD = {
  actor: { kind: "person", personId: "0b9c7c10-0000-4000-8000-000000000001", name: "负责人", role: "officeHead" },
  roles: ["officeHead"],
  units: [],
} as const;

const WORDS =
  "政务信息公开教育卫生交通住房财政预算决算征收补偿环境水利农业民政社会保障就业招生考试许可处罚收费采购规划统计应急安全监督检查项目建设资金管理服务办法通知公告意见方案".match(
    /.{2}/g,
  ) ?? [];

/**
 * An office brings 10,000 items along from its old site (`--documents` for another number): the workbook read, every row
 * checked, each text cleaned and screened, then written with event, signature, projections and search; beside a plain INSERT
 * of the very rows that came of it, in transactions of the same size, into empty tables with the same keys and indexes.
 */
export async function items({ documents = ITEMS }: BenchOptions): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  const readers = createReaderPool({ workers: 1 });
  try {
    const opened = await openBenchDatabase(root, 1);
    try {
      await measure(opened, { root, readers, documents });
    } finally {
      await opened.database.close();
    }
  } finally {
    await readers.close();
    rmSync(root, { recursive: true, force: true });
  }
}

interface Given {
  readonly root: string;
  readonly readers: ReturnType<typeof createReaderPool>;
  readonly documents: number;
}

async function measure({ ledger: base, database }: Opened, { root, readers, documents }: Given): Promise<void> {
  const ledger = { ...base, afterAppend: announceChange };
  const stores = { ledger, files: folderFileStore(join(root, "files")), readers };
  await addEntry(ledger, {
    agencyId: AGENCY,
    officer: HEAD,
    given: {
      statutory: "20.11",
      name: "教育政策",
      subItem: "",
      content: "",
      basis: "",
      limitKind: "workingDays",
      limitDays: 20,
      subject: "",
      channel: "",
      audience: "",
      way: "proactive",
      level: "",
      unit: null,
      position: 0,
    },
  });
  const bytes = aRegister(documents);
  const took: [string, number][] = [];
  const time = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const began = performance.now();
    const value = await work();
    took.push([what, performance.now() - began]);
    return value;
  };
  const handedIn = await time("workbook read", () => readHandedIn(readers, { name: "items.xlsx", bytes }));
  if (!handedIn.ok) throw new Error(handedIn.refusal);
  const made = await createItemImport(stores, { agencyId: AGENCY, officer: HEAD, name: "items.xlsx", bytes, ...handedIn.value });
  if (!made.ok) throw new Error(made.refusal);
  const call = { agencyId: AGENCY, importId: made.value.id, officer: HEAD };
  const today = plainDate(systemClock.today());
  const begun = await time("rows checked", () =>
    startItemImport(stores, { ...call, version: 1, today, review: "原网站发布时均经审查", queued: false }),
  );
  if (!begun.ok) throw new Error(begun.refusal);
  const chunks: number[] = [];
  let last = performance.now();
  const done = await time("taken over", () =>
    runItemImport(stores, {
      ...call,
      onProgress: (now, of) => {
        chunks.push(performance.now() - last);
        last = performance.now();
        if (now % 1_000 === 0) process.stderr.write(`${now} / ${of}\n`);
      },
    }),
  );
  if (!done.ok || done.value.imported !== documents || done.value.drafts > 0)
    throw new Error(`not all were taken over: ${JSON.stringify(done)}`);
  const plain = await insertAgain(database, AGENCY);
  const per = (milliseconds: number) => Math.round((documents * 1000) / milliseconds).toString();
  const whole = took.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  printTable(
    `Import of ${documents} public items of ${LETTERS} letters (${chunks.length} transactions: median ${quantile(chunks, 0.5).toFixed(0)} ms, p95 ${quantile(chunks, 0.95).toFixed(0)} ms each)`,
    ["", "seconds", "items/s"],
    [
      ...took.map(([what, milliseconds]) => [what, (milliseconds / 1000).toFixed(1), per(milliseconds)]),
      ["whole import", (whole / 1000).toFixed(1), per(whole)],
      [`plain INSERT of the same ${plain.rows} rows`, (plain.milliseconds / 1000).toFixed(1), per(plain.milliseconds)],
    ],
  );
}

function aRegister(documents: number): Uint8Array {
  const headings = ["标题", "索引号", "发布日期", "目录", "正文", "原网址"].map((text) => ({ text, width: 12 }));
  return writeSheet({ name: "清单", headings, rows: someRows(documents) });
}

/** Different texts, the same every time. */
function* someRows(documents: number): Generator<readonly string[]> {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const words = (count: number) => Array.from({ length: count }, () => WORDS[next() % WORDS.length]).join("");
  for (let index = 0; index < documents; index += 1) {
    const text = Array.from({ length: LETTERS / 100 }, () => `${words(49)}。`).join("\n");
    const day = `20${10 + (index % 16)}-${String(1 + (index % 12)).padStart(2, "0")}-15`;
    yield [`关于${words(4)}的通知${index}`, `old/${index}`, day, "教育政策", text, `http://old.example/t${index}.html`];
  }
}
