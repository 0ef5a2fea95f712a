/**
 * The one Typst source of every PDF: A4 with the type area, sizes and 28-point lines of official documents, rulings around
 * every cell, head rows repeated after a page end, tables kept whole that fit on a page. The document comes in as JSON,
 * so nothing in it can be taken for markup, and Typst keeps no source per document (which it would never free).
 * `cjk-latin-spacing: none` keeps “2025年” one word when the text is taken out of the PDF again.
 */
export const TYPST_TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let page-number = context {
  let number = counter(page).get().first()
  set text(size: 14pt)
  align(if calc.odd(number) { right } else { left }, pad(x: 14pt)[— #number —])
}
#set document(title: doc.title)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer: page-number, footer-descent: 7mm)
#set text(font: "Noto Serif SC", lang: doc.language, region: "cn", size: 16pt, cjk-latin-spacing: none, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(first-line-indent: (amount: 2em, all: true), leading: 12pt, spacing: 12pt, justify: true)
#set table(stroke: 0.5pt, inset: (x: 3pt, y: 2.6pt), align: center + horizon)
#show heading: set block(above: 12pt, below: 12pt)
#show heading: set text(size: 16pt, weight: "bold")
#show heading: it => block(above: 12pt, below: 12pt, sticky: true, pad(left: 2em, it.body))
#show heading.where(level: 1): it => block(above: 0pt, below: 26pt, width: 100%, sticky: true, {
  set text(size: 22pt)
  set par(leading: 13pt, justify: false)
  align(center, it.body)
})
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0pt, leading: 3pt, justify: false)

#let lines(text) = text.split("\n").join(linebreak())
#let cell(c) = table.cell(
  x: c.column, y: c.row, colspan: c.columnSpan, rowspan: c.rowSpan, breakable: c.rowSpan > 1,
  align: if c.isLeft { left + horizon } else { center + horizon },
  fill: if c.isBand { rgb("#deeaf6") },
  lines(c.text),
)
#let kept(body) = context {
  let fits = measure(body, width: 156mm).height <= 212mm
  block(above: 8pt, below: 16pt, breakable: not fits, body)
}

#for block in doc.blocks {
  if block.kind == "heading" {
    heading(level: block.level, lines(block.text))
  } else if block.kind == "paragraph" {
    if block.align == "none" { par(lines(block.text)) }
    else if block.align == "left" { par(first-line-indent: 0pt, lines(block.text)) }
    else if block.align == "center" { align(center, par(first-line-indent: 0pt, lines(block.text))) }
    else { align(right, pad(right: 2em, par(first-line-indent: 0pt, lines(block.text)))) }
  } else if block.kind == "pageBreak" {
    pagebreak(weak: true)
  } else {
    let head = if block.head.len() > 0 { (table.header(..block.head.map(cell)),) } else { () }
    kept(table(columns: block.shares.map(share => share * 1fr), ..head, ..block.body.map(cell)))
  }
}
`;
