// oxlint-disable-next-line typescript/triple-slash-reference -- a program that only imports this file finds the types no other way
/// <reference path="./pdf-worker.d.ts" />
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentLoadingTask } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createPorts } from "./in-process-worker.ts";

export type PdfJs = Awaited<ReturnType<typeof importPdfJs>>;

let loading: ReturnType<typeof importPdfJs> | undefined;

/** Both halves of pdf.js, loaded when the first PDF comes: that takes half a second. */
export function loadPdfJs(): ReturnType<typeof importPdfJs> {
  loading ??= importPdfJs();
  return loading;
}

async function importPdfJs() {
  const { PasswordException, OPS, PDFWorker, VerbosityLevel, getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { WorkerMessageHandler } = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return { PasswordException, OPS, PDFWorker, VerbosityLevel, getDocument, WorkerMessageHandler, folder };
}

/**
 * Begins reading a PDF for its text and lines only: no image is decoded, no glyph outline built, nothing fetched,
 * and this version of pdf.js has no code that evaluates strings. Takes the bytes over. `onError` is told of errors that
 * reach no promise: whoever waits would wait for ever.
 */
export function openPdf(
  { PDFWorker, VerbosityLevel, getDocument, WorkerMessageHandler, folder }: PdfJs,
  data: Uint8Array,
  onError: (error: unknown) => void,
): PDFDocumentLoadingTask {
  const [here, there] = createPorts(onError);
  WorkerMessageHandler.initializeFromPort(there);
  // Its types name no port at all; of a Worker it uses only what in-process-worker.ts has.
  const worker = new PDFWorker({ port: here as unknown as null, verbosity: VerbosityLevel.ERRORS });
  return getDocument({
    data,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    disableFontFace: false, // true would build the outline of every glyph shown; nothing is drawn here
    fontExtraProperties: true, // shows which fonts do not tell their characters
    maxImageSize: 0, // no image is decoded
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    cMapUrl: join(folder, "cmaps", "/"),
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts", "/"),
  });
}
