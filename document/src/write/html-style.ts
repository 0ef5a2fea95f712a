/** The look of a page that stands alone: readable on a phone, printed like the official form, lighter where asked for. */
export const HTML_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.125rem/1.75 FangSong, 仿宋, STFangsong, "Noto Serif SC", "Source Han Serif SC", serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font: 400 1.75rem/1.4 "FZXiaoBiaoSong-B05S", 方正小标宋简体, SimSun, "Noto Serif SC", serif; text-align: center; margin: 1rem 0 1.5rem; }
h2 { font: 700 1.25rem/1.6 SimHei, 黑体, "Noto Sans SC", sans-serif; margin: 1.5rem 0 .5rem; }
h3, h4, h5, h6 { font: 700 1.125rem/1.6 KaiTi, 楷体, STKaiti, serif; margin: 1rem 0 .25rem; }
p { margin: .25rem 0; text-indent: 2em; }
p.left { text-indent: 0; }
p.center { text-align: center; text-indent: 0; }
p.right { text-align: right; text-indent: 0; padding-right: 2em; }
.table { overflow-x: auto; margin: .75rem 0 1.25rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 1rem/1.4 SimSun, 宋体, "Noto Serif SC", serif; }
table.wide { min-width: 44rem; }
th, td { border: 1px solid #333; padding: .3rem .35rem; text-align: center; vertical-align: middle; font-weight: 400; overflow-wrap: anywhere; }
td { font-variant-numeric: tabular-nums; }
th { text-wrap: balance; }
th.left { text-align: left; }
th.band { background: #deeaf6; text-align: left; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.page-break { break-after: page; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, 宋体, serif; } }
table.form td { text-align: left; }
table.form th, table.form td { padding: .6rem .5rem; height: 2.8rem; }
@media print {
  body { font-size: 16pt; line-height: 28pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 22pt; }
  h2, h3, h4, h5, h6 { font-size: 16pt; break-after: avoid; }
  .table { overflow: visible; break-inside: avoid; }
  table, table.wide { min-width: 0; font-size: 9pt; line-height: 12pt; }
  th, td { padding: 1.5pt 3pt; }
  table.form { font-size: 12pt; line-height: 16pt; }
  th.band { print-color-adjust: exact; }
  tr { break-inside: avoid; }
}
`;
