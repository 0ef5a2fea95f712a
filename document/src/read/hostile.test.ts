import { zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import type { Doc } from "../doc.ts";
import { docxPackage, p, zipParts } from "./fixtures/docx-package.ts";
import { workbook } from "./fixtures/xlsx-package.ts";
import { sketchPdf, text } from "./pdf/fixtures/pdf-sketch.ts";
import { createReaderPool } from "./pool.ts";
