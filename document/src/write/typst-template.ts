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
#show table: set par(first-line-indent: 0pt, leading: 3pt, justify: false)

#let lines(text) = text.split("\n").join(linebreak())
#let cell(c) = table.cell(
  x: c.column, y: c.row, colspan: c.columnSpan, rowspan: c.rowSpan, breakable: c.rowSpan > 1,
  align: if c.isLeft { left + horizon } else { center + horizon },
  fill: if c.isBand { rgb("#deeaf6") },
  lines(c.text),
)
#let kept(stays, body) = context {
  let fits = measure(body, width: 156mm).height <= 212mm
  block(above: 8pt, below: 16pt, breakable: not fits, sticky: stays, body)
}

#for item in doc.blocks {
  if item.kind == "heading" {
    heading(level: item.level, lines(item.text))
  } else if item.kind == "paragraph" {
    let body = if item.align == "none" { par(lines(item.text)) }
    else if item.align == "left" { par(first-line-indent: 0pt, lines(item.text)) }
    else if item.align == "center" { align(center, par(first-line-indent: 0pt, lines(item.text))) }
    else { align(right, pad(right: 2em, par(first-line-indent: 0pt, lines(item.text)))) }
    if item.keep { block(above: 12pt, below: 12pt, width: 100%, sticky: true, body) } else { body }
  } else if item.kind == "pageBreak" {
    pagebreak(weak: true)
  } else {
    let head = if item.head.len() > 0 { (table.header(..item.head.map(cell)),) } else { () }
    let is-form = item.look == "form"
    set text(size: if is-form { 12pt } else { 9pt })
    kept(item.keep, table(inset: if is-form { (x: 5pt, y: 9pt) } else { (x: 3pt, y: 2.6pt) }, columns: item.shares.map(share => share * 1fr), ..head, ..item.body.map(cell)))
  }
}
`;
