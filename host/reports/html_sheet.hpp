// SPDX-License-Identifier: MIT
// The part of the style sheet that is the same for all reports. Internal to html_style.cpp.
#pragma once

#include <string_view>

namespace orienta {

/// On the screen and on paper. Type sizes 13, 15, 18, 24, 40; distances in steps of 4.
inline constexpr std::string_view kHtmlSheet = R"css(
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; scroll-padding-top: 16px; }
body { margin: 0; background: var(--ground); color: var(--text);
       font: 15px/1.5 Inter, "Noto Sans", system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
h1, h2, h3, h4, p, ul, ol, dl, figure, blockquote { margin: 0; }
h1 { font-size: 40px; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; text-wrap: balance; }
h2 { font-size: 24px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
h3 { font-size: 18px; line-height: 1.4; font-weight: 600; }
h4 { font-size: 15px; line-height: 1.4; font-weight: 600; }
h1, h2, h3, h4, p, li, td, th, caption { overflow-wrap: anywhere; }
p, li, td, th, h1 { white-space: pre-line; text-wrap: pretty; }
.contents li, .cards > li { white-space: normal; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; top: 8px; padding: 8px 16px; background: var(--surface); z-index: 3; }
.skip:focus { left: 8px; }

.cover, .page, .end { width: 100%; max-width: 1200px; margin: 0 auto; padding: 0 32px; }
.cover { padding-top: 56px; padding-bottom: 40px; }
.brand { display: flex; align-items: center; gap: 16px; margin-bottom: 40px; font-weight: 600; }
.brand img { display: block; width: auto; height: auto; max-width: 200px; max-height: 56px; }
.cover h1 { max-width: 22em; }
.subtitle { margin-top: 8px; font-size: 18px; line-height: 1.4; color: var(--muted); }
.date { margin-top: 16px; }
.note { display: inline-block; margin-top: 16px; padding: 4px 12px; font-size: 13px; background: var(--surface);
        border: 1px solid var(--border); border-left: 3px solid var(--accent); border-radius: 3px; }
.cover::before { content: ""; display: block; width: 56px; height: 4px; margin-bottom: 32px; background: var(--accent); }

.page { display: grid; grid-template-columns: 224px minmax(0, 1fr); gap: 48px; align-items: start; }
.page.plain { display: block; }
.contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 24px 0; font-size: 13px; }
.contents h2 { margin-bottom: 8px; font-size: 13px; font-weight: 400; letter-spacing: 0; color: var(--muted); }
.contents ol { padding: 0; list-style: none; }
.contents a { display: block; padding: 4px 12px; border-left: 2px solid var(--border); color: var(--text);
              text-decoration: none; }
.contents ol ol a { padding-left: 28px; color: var(--muted); }
.contents a:hover { color: var(--accent); border-color: var(--accent); }
.contents a[aria-current] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.scripted .contents li:not(.here) > ol { display: none; }
.end { padding-top: 24px; padding-bottom: 48px; font-size: 13px; color: var(--muted); }

main { min-width: 0; }
main:focus { outline: 0; }
.chapter { padding: 24px 0 40px; border-top: 1px solid var(--border); }
.chapter > * { margin-top: 16px; }
.chapter > h2 { margin: 0 0 8px; }
.chapter > h3 { margin-top: 40px; }
.chapter > h4 { margin-top: 24px; }
.chapter > h3 + h4 { margin-top: 16px; }
.chapter > h3 + *, .chapter > h4 + * { margin-top: 8px; }
.chapter > p, .chapter > ul:not(.cards), .chapter > ol, blockquote { max-width: 72ch; }
.chapter > p + p { margin-top: 8px; }
.chapter > ul:not(.cards), .chapter > ol { padding-left: 24px; }
.chapter > ul:not(.cards) > li + li, .chapter > ol > li + li { margin-top: 4px; }
.quiet { font-size: 13px; color: var(--muted); }
.strong { font-weight: 600; }
blockquote { padding: 4px 0 4px 16px; border-left: 3px solid var(--border); color: var(--muted); }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 16px; padding: 0; list-style: none; }
.cards > li { margin: 0; padding: 16px; background: var(--surface); border: 1px solid var(--border); border-radius: 6px; }
.card-title { font-weight: 600; }
.figure { font-size: 40px; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; margin-top: 8px;
          font-variant-numeric: tabular-nums; }
.figure.long { font-size: 24px; line-height: 1.4; }
.says { color: var(--muted); }
.cards .line { margin-top: 4px; font-size: 13px; color: var(--muted); }
.says + .line { margin-top: 12px; }

.chart { padding: 16px; background: var(--surface); border: 1px solid var(--border); border-radius: 6px; }
.chart figcaption { margin-bottom: 12px; font-weight: 600; }
.chart svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.chart.wide svg { min-width: 520px; }

.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--border); border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.4; }
caption { padding: 12px 12px 4px; font-size: 15px; font-weight: 600; text-align: left; }
td, th { padding: 8px 12px; vertical-align: top; text-align: start; font-weight: 400; }
thead th, thead td { color: var(--muted); vertical-align: bottom; border-bottom: 1px solid var(--border); }
tbody tr + tr > * { border-top: 1px solid var(--border); }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.empty-title { padding: 12px 12px 0; font-weight: 600; }
.empty { padding: 8px 12px 12px; font-size: 13px; color: var(--muted); }
th button { font: inherit; color: inherit; text-align: inherit; background: none; border: 0; margin: 0; padding: 0; cursor: pointer;
            overflow-wrap: inherit; white-space: inherit; }
th button:hover, th[aria-sort] { color: var(--text); }
th[aria-sort] { font-weight: 600; }
th[aria-sort=ascending] button::after { content: "\00a0\2191"; content: "\00a0\2191" / ""; }
th[aria-sort=descending] button::after { content: "\00a0\2193"; content: "\00a0\2193" / ""; }

@media screen {
  /* What needs no scrolling keeps its heads in sight. */
  .scroll.fits { overflow: visible; }
  .fits thead th, .fits thead td { position: sticky; top: 0; background: var(--surface); border: 0; box-shadow: inset 0 -1px var(--border); }
  .fits thead > tr > :first-child { border-top-left-radius: 6px; }
  .fits thead > tr > :last-child { border-top-right-radius: 6px; }
}
@media screen and (prefers-color-scheme: dark) { .brand img { padding: 8px; background: #ffffff; border-radius: 6px; } }
@media screen and (max-width: 1000px) {
  .page { display: block; }
  .contents { position: static; max-height: none; margin-bottom: 24px; padding: 0; }
  .contents a { padding-top: 8px; padding-bottom: 8px; }
}
@media screen and (max-width: 600px) {
  h1 { font-size: 24px; }
  .cover, .page, .end { padding-left: 16px; padding-right: 16px; }
  .cover { padding-top: 32px; padding-bottom: 24px; }
  .brand { margin-bottom: 24px; }
  .chart { overflow-x: auto; }
}
@media print {
  html { color-scheme: light; }
  body { background: none; font-size: 10pt; }
  h1 { font-size: 30pt; }
  h2 { font-size: 18pt; }
  h3 { font-size: 13.5pt; }
  h4, .subtitle, caption { font-size: 11pt; }
  .skip, .end { display: none; }
  .cover, .page, .chapter { display: block; max-width: none; padding: 0; border: 0; }
  .cover { padding-top: 40mm; }
  .contents { position: static; max-height: none; overflow: visible; padding: 24mm 0 0; font-size: 10pt; }
  .contents a, .contents a[aria-current] { border: 0; padding: 1mm 0; color: var(--text); font-weight: 400; }
  .contents ol ol { display: none; }
  .chapter { margin-top: 12mm; }
  .chapter:first-child, .chapter.new-page { break-before: page; margin-top: 0; }
  h2, h3, h4, caption, figcaption, .chapter > p:has(+ .chart) { break-after: avoid; }
  .cards { grid-template-columns: repeat(auto-fit, minmax(38mm, 1fr)); gap: 3mm; }
  p, li { orphans: 3; widows: 3; }
  .chart, .cards > li, blockquote { break-inside: avoid; }
  .chart { border: 0; padding: 0; }
  .chart.wide svg { min-width: 0; }
  .chart svg { max-height: 220mm; }
  .scroll { overflow: visible; border: 0; border-radius: 0; }
  table, .quiet, .empty, .cards .line { font-size: 8.5pt; }
  table { min-width: 0 !important; }
  caption, td:first-child, th:first-child { padding-left: 0; }
  td:last-child, th:last-child { padding-right: 0; }
  td, th { padding: 1.2mm 2mm; }
  /* Heads stand again on every sheet; a browser does not repeat boxes of buttons. */
  thead { display: table-header-group; break-inside: avoid; }
  th button { display: contents; }
  tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  .figure { font-size: 24pt; }
  .figure.long { font-size: 15pt; }
}
)css";

}  // namespace orienta
