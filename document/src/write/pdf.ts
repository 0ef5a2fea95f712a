import { createRequire } from "node:module";
import { dirname } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Doc } from "../doc.ts";
import { typstInput } from "./typst-input.ts";
import { TYPST_TEMPLATE } from "./typst-template.ts";

let compiler: NodeCompiler | undefined;

/** Documents whose memoised parts are kept; older ones are dropped so that memory stays flat. */
const CACHE_AGE = 2;

export interface PdfOptions {
  /** When the file was made, in seconds since 1970, which PDF/A wants to be told; left out, the present moment. */
  readonly createdAt?: number;
}

/**
 * A document as a tagged PDF/A-2b in the layout of official documents, with its fonts embedded and a bookmark for each
 * heading. Throws when Typst refuses its own source, which is a fault of ours.
 */
export async function writePdf(doc: Doc, { createdAt }: PdfOptions = {}): Promise<Uint8Array> {
  compiler ??= createCompiler();
  const time = createdAt === undefined ? {} : { creationTimestamp: createdAt };
  try {
    const source = { mainFileContent: TYPST_TEMPLATE, inputs: { document: typstInput(doc) } };
    return new Uint8Array(compiler.pdf(source, { pdfStandard: "a-2b", ...time }));
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function createCompiler(): NodeCompiler {
  const resolve = createRequire(import.meta.url).resolve;
  const folders = ["400Regular/NotoSerifSC_400Regular.ttf", "700Bold/NotoSerifSC_700Bold.ttf"].map((file) =>
    dirname(resolve(`@expo-google-fonts/noto-serif-sc/${file}`)),
  );
  return NodeCompiler.create({ fontArgs: [{ fontPaths: folders }] });
}
