import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";

const TITLE = "云溪县教育局2024年政府信息公开工作年度报告";
const page = (charset: string, body = `<h1>${TITLE}</h1><table><tr><td>本年新收</td><td>7</td></tr></table>`) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${TITLE}</title></head><body>${body}</body></html>`;

/** GB2312 of the words used here; Node writes no GB encoding itself. */
const GB = new Map<string, number>();
for (let high = 0xa1; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) GB.set(new TextDecoder("gb18030").decode(Uint8Array.of(high, low)), high * 256 + low);
const inGb = (text: string): Buffer =>
  Buffer.from(
    [...text].flatMap((sign) => {
      const code = GB.get(sign);
      return code === undefined ? [sign.charCodeAt(0)] : [code >> 8, code & 0xff];
    }),
  );

/** As mail programs encode: at most 76 signs a line, the equals sign and everything beyond ASCII by number. */
function quotedPrintable(bytes: Buffer): string {
  const signs = [...bytes].map((byte) =>
    byte >= 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  const lines = [""];
  for (const sign of signs) {
    if ((lines.at(-1) ?? "").length + sign.length > 75) {
      lines[lines.length - 1] += "=";
      lines.push("");
    }
    lines[lines.length - 1] += sign;
  }
  return lines.join("\r\n");
}

const base64 = (bytes: Buffer): string => bytes.toString("base64").replaceAll(/.{76}/g, "$&\r\n");

interface Part {
  readonly head: readonly string[];
  readonly body: string;
}

function multipart(
  kind: string,
  parts: readonly Part[],
  { head = [], more = "" }: { head?: readonly string[]; more?: string } = {},
): string {
  const boundary = `----=_NextPart_${kind}`;
  const written = parts.map((part) => `--${boundary}\r\n${part.head.join("\r\n")}\r\n\r\n${part.body}\r\n`);
  const type = `Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"${more}`;
  return [...head, "MIME-Version: 1.0", type, "", "preamble", ...written].join("\r\n") + `--${boundary}--\r\n`;
}

const read = (file: string | Buffer, name = "年报.mht") =>
  readDocument(typeof file === "string" ? Buffer.from(file, "latin1") : file, { name });

/** What was read, in short. */
async function wordsOf(file: string | Buffer): Promise<unknown> {
  const done = await read(file);
  if (!done.ok) return done.message;
  const { format, title, blocks, notes } = done.doc;
  const cells = blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((row) => row.cells.map(({ text }) => text)) : []));
  return { format, title, cells, notes: notes.map(({ code }) => code) };
}

const WHOLE = { format: "html", title: TITLE, cells: ["本年新收", "7"], notes: [] };

const aPicture: Part = {
  head: ["Content-Location: file:///C:/1/image001.png", "Content-Transfer-Encoding: base64", "Content-Type: image/png"],
  body: base64(Buffer.alloc(400, 0x89)),
};

describe("a web page in a single file", () => {
  test("as Word, WPS and Internet Explorer save it: quoted-printable in GB2312, the page's own part first", async () => {
    const main = {
      head: [
        "Content-Location: file:///C:/1/report.htm",
        "Content-Transfer-Encoding: quoted-printable",
        'Content-Type: text/html; charset="gb2312"',
      ],
      body: quotedPrintable(inGb(page("gb2312"))),
    };
    const foot = { ...main, body: quotedPrintable(inGb("<html><body><table><tr><td>页脚</td></tr></table></body></html>")) };
    expect(await wordsOf(multipart("related", [main, foot, aPicture]))).toEqual(WHOLE);
  });

  test("as Chrome and Edge save it: base64 in UTF-8, with where it was saved from", async () => {
    const head = [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://www.example.gov.cn/a.html",
      "Subject: =?utf-8?Q?=E5=B9=B4?=",
    ];
    const main = {
      head: ["Content-Type: text/html", "Content-ID: <frame-1@mhtml.blink>", "Content-Transfer-Encoding: base64"],
      body: base64(Buffer.from(page("utf-8"))),
    };
    expect(await wordsOf(multipart("related", [main, aPicture], { head, more: ';\r\n\ttype="text/html"' }))).toEqual(WHOLE);
  });

  test.each([
    ["unicode", Buffer.from(page("unicode"), "utf16le"), []],
    ["utf-8 said, GB18030 sent", inGb(page("utf-8")), ["encoding-guessed"]],
    ["us-ascii", inGb(page("gb2312")), []],
    ["", Buffer.from(page("utf-8")), []],
  ])("in the charset %o", async (said, bytes, notes) => {
    const charset = said.split(" ")[0] ?? "";
    const head = [`Content-Type: text/html;\r\n charset=${charset}`, "Content-Transfer-Encoding: Quoted-Printable"];
    expect(await wordsOf(multipart("related", [{ head, body: quotedPrintable(bytes) }]))).toEqual({ ...WHOLE, notes });
  });

  test("without pictures, which Internet Explorer saves without parts", async () => {
    const head = 'From: <Saved by Windows Internet Explorer>\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="gb2312"';
    expect(await wordsOf(`${head}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(inGb(page("gb2312")))}`)).toEqual(
      WHOLE,
    );
  });

  test("whose own part is named elsewhere, whose frames hold the words, or whose end is missing", async () => {
    const html = (body: string, id: string) => ({
      head: ["Content-Type: text/html; charset=utf-8", `Content-ID: <${id}>`, "Content-Transfer-Encoding: base64"],
      body: base64(Buffer.from(page("utf-8", body))),
    });
    const other = html("<p>别的页面</p>", "a");
    const main = {
      ...html("", "b"),
      body: base64(Buffer.from(page("utf-8"))),
    };
    expect(await wordsOf(multipart("related", [other, main], { more: '; start="<b>"' }))).toEqual(WHOLE);
    expect(await wordsOf(multipart("related", [html("<frameset></frameset>", "a"), main]))).toEqual(WHOLE);
    expect(await wordsOf(multipart("related", [main]).replace(/\r\n--[^\r]*--\r\n$/, ""))).toEqual(WHOLE);
  });
});

describe("a mail", () => {
  const plain = { head: ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"], body: "plain words" };
  const html = {
    head: ["Content-Type: text/html; charset=GBK", "Content-Transfer-Encoding: 8bit"],
    body: inGb(page("gbk")).toString("latin1"),
  };
  const file = {
    head: [
      "Content-Type: application/pdf; name=a.pdf",
      "Content-Disposition: attachment; filename=a.pdf",
      "Content-Transfer-Encoding: base64",
    ],
    body: base64(Buffer.from("%PDF-1.4")),
  };
  const within = (kind: string, parts: readonly Part[]): Part => {
    const [head = "", ...rest] = multipart(kind, parts).split("\r\n\r\n");
    return { head: head.split("\r\n"), body: rest.join("\r\n\r\n") };
  };
  const received = ["Received: from a by b;", " Sun, 22 Nov 2026 10:00:00 +0800", "From: a@example.gov.cn"];

  test("is read as its page rather than its plain words, and tells of what is attached", async () => {
    const mail = multipart("mixed", [within("alternative", [plain, within("related", [html, aPicture])]), file], { head: received });
    expect(await wordsOf(mail)).toEqual({ ...WHOLE, notes: ["lost-content"] });
  });

  test("without a page is read as text, and a forwarded one like any other", async () => {
    expect(await wordsOf(multipart("mixed", [plain], { head: received }))).toMatchObject({ format: "text" });
    const forwarded = { head: ["Content-Type: message/rfc822"], body: multipart("alternative", [plain, html], { head: received }) };
    expect(await wordsOf(multipart("mixed", [forwarded]))).toEqual(WHOLE);
  });

  test.each([
    ["with nothing but files", multipart("mixed", [file]), "邮件没有正文，只有附件"],
    ["with nothing but pictures", multipart("related", [aPicture]), "没有可读取的正文"],
    ["that is cut off after its head", "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n", "没有可读取的正文"],
    ["that is encrypted", 'MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; name="smime.p7m"\r\n\r\nMIAG', "加密的邮件"],
  ])("%s is refused in words", async (_what, mail, words) => {
    expect(await wordsOf(mail)).toContain(words);
  });
});

describe("malice", () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`).join("");
  test.each([
    ["parts within parts without end", `MIME-Version: 1.0\r\n${nested(200)}`, "too-large"],
    [
      "more parts than anybody writes",
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n${"--a\r\n\r\nx\r\n".repeat(20_000)}`,
      "too-large",
    ],
    [
      "a head without end",
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n${"X-A: b\r\n".repeat(100_000)}`,
      "too-large",
    ],
    [
      "boundaries that are nearly there",
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="-"\r\n\r\n${"\n--- x".repeat(1_000_000)}`,
      "unsupported",
    ],
    ["a head of half a field", `MIME-Version: 1.0\r\nContent-Type: ${"; ".repeat(100_000)}\r\n\r\n`, "unsupported"],
  ])("%s is refused at once", async (_what, file, refusal) => {
    const before = performance.now();
    expect(await read(file)).toMatchObject({ ok: false, refusal });
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

test("text that only begins like a mail is text", async () => {
  for (const text of ["Subject: 年报\n\n正文。", "From: 办公室\n说明 multipart/mixed\n"]) {
    expect(await readDocument(Buffer.from(text))).toMatchObject({ ok: true, doc: { format: "text" } });
  }
});
