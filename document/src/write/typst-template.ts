/**
 * The one Typst source of every PDF: A4, rulings around every cell, head rows repeated after a page end. The document
 * comes in as JSON, so nothing in it can be taken for markup, and Typst keeps no source per document (which it would
 * never free). `cjk-latin-spacing: none` keeps “2025年” one word when the text is taken out of the PDF again.
 */
export const TYPST_TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#set document(title: doc.title)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", lang: doc.language, region: "cn", size: 14pt, cjk-latin-spacing: none)
#set par(first-line-indent: (amount: 2em, all: true), leading: 0.9em, spacing: 0.9em, justify: false)
#set table(stroke: 0.5pt, inset: 4pt, align: center + horizon)
#show heading: set block(above: 1em, below: 0.8em)
#show heading: set text(size: 15pt)
#show heading.where(level: 1): set align(center)
#show heading.where(level: 1): set text(size: 20pt)
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0pt, leading: 0.5em)

#let lines(text) = text.split("\n").join(linebreak())
#let cell(c) = table.cell(x: c.column, y: c.row, colspan: c.columnSpan, rowspan: c.rowSpan, breakable: c.rowSpan > 1, lines(c.text))

#for block in doc.blocks {
  if block.kind == "heading" {
    heading(level: block.level, lines(block.text))
  } else if block.kind == "paragraph" {
    par(lines(block.text))
  } else if block.kind == "pageBreak" {
    pagebreak(weak: true)
  } else {
    let head = if block.head.len() > 0 { (table.header(..block.head.map(cell)),) } else { () }
    table(columns: block.shares.map(share => share * 1fr), ..head, ..block.body.map(cell))
  }
}
`;
