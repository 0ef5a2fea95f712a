import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, type ExitCode, worse } from "./command.ts";
import { inWorkplace, SETTINGS_NOTE } from "./db/open-workplace.ts";
import type { Io } from "./io.ts";
import { askServer, type Copy, type Verdict } from "./verify/ask-server.ts";
import { printVerdict, resultOf } from "./verify/print-verdict.ts";

/** Tells of one copy what is known of it; a sentence when nobody could be asked. */
type Ask = (copy: Copy) => Promise<{ readonly ok: true; readonly value: Verdict } | { readonly ok: false; readonly message: string }>;

export const verifyCopyCommand: Command = {
  name: "verify",
  summary: "核验真伪：手中的网页、附件、散列值是不是机关发布的",
  arguments: [
    { form: "<文件、散列值或网址...>", does: "保存的网页（HTML）、附件、数据（JSON），页面末尾的散列值（64 位），或者页面的网址" },
  ],
  options: [
    { form: "--server <网址>", does: "向这个网站核验，例如 https://www.example.gov.cn；不写时查本机的数据库" },
    { form: "--json", does: "每项输出一行 JSON：结果、标题、发布机关、时间、网址、散列值、签名和公钥" },
  ],
  notes: `结果有六种：
  属实　　　机关发布的现行版本；文件是逐字比对标题和正文，附件是逐字节比对
  旧版本　　确由机关发布，之后已经更正
  已撤回　　确由机关发布过，现已撤回
  被改动　　引用了机关发布的信息，但标题或正文与原件不同
  待核对　　查到了这条信息，但凭所给的内容不能判断
  非本站发布　没有查到
签名由本命令用公钥重新验算，不只看网站的答复。文件只用于核对，网站不会保存。请自己确认 --server 的网址就是机关的网站。
${SETTINGS_NOTE}
退出码：0 全部属实；1 有一项不是；2 打不开文件、连不上网站或者设置有误。`,
  examples: [
    { line: "gongkai verify 通知.html --server https://www.example.gov.cn", does: "核验保存下来的网页" },
    { line: "gongkai verify 附件.pdf 名单.xlsx --json", does: "在本机核验两个附件，每项一行" },
  ],
  run(given, io) {
    const { server } = given.options;
    const asJson = given.options["json"] === true;
    if (typeof server !== "string")
      return inWorkplace(io, ({ database: { db } }, { regionVerifyFile, regionVerifyText }, { baseUrl, host, port }) => {
        const origin = baseUrl ?? `http://${host}:${port}`;
        return verifyAll(given.arguments, { asJson, origin }, io, async (copy) => ({
          ok: true,
          value: copy.kind === "file" ? await regionVerifyFile(db, copy.bytes) : await regionVerifyText(db, copy.text, origin),
        }));
      });
    if (!URL.canParse(server) || !/^https?:/.test(server)) {
      io.remark(`--server 应为网址，例如 https://www.example.gov.cn；“${server}”不是。`);
      return Promise.resolve(2);
    }
    const { origin } = new URL(server);
    return verifyAll(given.arguments, { asJson, origin }, io, (copy) => askServer(origin, copy));
  },
};

interface Wanted {
  readonly asJson: boolean;
  /** Of the site that is asked, before every address. */
  readonly origin: string;
}

async function verifyAll(inputs: readonly string[], { asJson, origin }: Wanted, io: Io, ask: Ask): Promise<ExitCode> {
  let end: ExitCode = 0;
  for (const input of inputs) {
    io.progress(`核验中：${input}`);
    const copy = await readCopy(input);
    const answer = copy === undefined ? ({ ok: false, message: `不能打开文件：${input}` } as const) : await ask(copy);
    io.progress("");
    if (!answer.ok) {
      io.remark(answer.message);
      end = 2;
      continue;
    }
    const result = resultOf(answer.value);
    await io.result(
      asJson
        ? `${JSON.stringify({ input, result, ...answer.value, ...("address" in answer.value ? { address: origin + answer.value.address } : {}) })}\n`
        : printVerdict(input, answer.value, origin),
    );
    end = worse(end, result === "genuine" ? 0 : 1);
  }
  return end;
}

/** A hash and an address are asked as they stand; everything else is the name of a file. Undefined: it cannot be read. */
async function readCopy(input: string): Promise<Copy | undefined> {
  if (/^[0-9a-f]{64}$/i.test(input) || /^https?:\/\//i.test(input)) return { kind: "text", text: input };
  try {
    return { kind: "file", name: basename(input), bytes: await readFile(input) };
  } catch {
    return undefined;
  }
}
