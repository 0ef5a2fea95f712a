import type { Doc } from "@gongkai/document";
import type { Report } from "../report.ts";

const WORDS_FOR_ZERO = /无|無|零|〇|持平|未增|不增|未变|不变|没有|沒有/u;

/**
 * The figures of a report that do not stand in the document at the place the report names: one line each, empty for
 * an honest reader. A figure stands there when its raw text is the document's own and its digits (or a word for zero,
 * or a Chinese numeral) are in it.
 */
export function findInvented(doc: Doc, report: Pick<Report, "cells" | "sources">): string[] {
  return Object.entries(report.cells).flatMap(([key, value]) => {
    if (value === null) return [];
    const source = report.sources[key];
    if (source === undefined) return [`${key} is ${value}, with no source`];
    const there = doc.text.slice(source.start, source.end);
    if (there !== source.raw) return [`${key} is ${value}, raw ${JSON.stringify(source.raw)}, but ${JSON.stringify(there)} stands there`];
    return saysFigure(source.raw, value) ? [] : [`${key} is ${value}, but raw is ${JSON.stringify(source.raw)}`];
  });
}

function saysFigure(raw: string, value: number): boolean {
  const plain = raw.normalize("NFKC").replace(/[\s,，|□]/gu, "");
  if (value === 0 && WORDS_FOR_ZERO.test(plain)) return true;
  if (/[一二三四五六七八九十百千万两壹贰叁]/u.test(plain) && !/\d/u.test(plain)) return true;
  // 规章000: one digit a cell, run together.
  if (value >= 0 && value <= 9 && /\d{3,}$/u.test(plain) && plain.includes(String(value))) return true;
  const amounts = [...plain.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => Number(digits));
  const wanted = Math.abs(value);
  // 元 or 亿元 in the document, 万元 in the report.
  return amounts.some((amount) =>
    [amount, amount / 10000, amount * 10000].some((figure) => Math.abs(figure - wanted) < 1e-9 * Math.max(1, wanted)),
  );
}
