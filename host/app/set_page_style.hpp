// SPDX-License-Identifier: MIT
// How the page of a set looks. Internal to set_page.cpp.
#pragma once

#include <string_view>

namespace orienta {

/// The type and the colours of the dashboard, on paper without ground and with questions kept whole.
inline constexpr std::string_view kSetPageStyle = R"css(
:root { --ground: #F7F7F5; --surface: #FFFFFF; --border: #E3E2DE; --text: #1E1F24; --quiet: #63646B; --accent: #2F5DA8; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #17181C; --surface: #1F2126; --border: #33353C; --text: #ECECEE; --quiet: #9A9CA5; --accent: #7FA7E8; }
}
body { margin: 0; background: var(--ground); color: var(--text);
       font: 15px/1.4 Inter, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 24px; margin: 0 0 8px; }
h2 { font-size: 18px; margin: 24px 0 8px; padding-top: 16px; border-top: 1px solid var(--border); }
h3 { font-size: 15px; margin: 0 0 8px; color: var(--accent); }
p { margin: 0 0 8px; max-width: 72ch; }
ul { margin: 0 0 8px; padding-left: 24px; }
a { color: var(--accent); }
.parts { margin: 24px 0; }
.quiet { font-size: 13px; color: var(--quiet); }
section { margin: 16px 0; padding: 16px; background: var(--surface); border: 1px solid var(--border); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; }
td { padding: 8px; border-bottom: 1px solid var(--border); vertical-align: top; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.lines { display: flex; gap: 16px; margin: 24px 0; }
.line { flex: 1; padding-top: 24px; border-bottom: 1px solid var(--quiet); font-size: 13px; color: var(--quiet); }
.question { padding: 8px 0; border-top: 1px solid var(--border); }
.ask { font-weight: 600; }
.answers { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 0 0 8px; }
.choice::before { content: ""; display: inline-block; width: 12px; height: 12px; margin-right: 8px;
                  border: 1px solid var(--text); border-radius: 50%; vertical-align: -1px; }
.figure::before { content: ""; display: inline-block; width: 96px; margin-right: 8px; border-bottom: 1px solid var(--text); }
.open { color: var(--quiet); }
@page { margin: 16mm; }
@media print {
  :root { --ground: #FFFFFF; --surface: #FFFFFF; --border: #BBBBBB; --text: #000000; --quiet: #444444; --accent: #000000; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .parts { display: none; }
  section { padding: 0; border: 0; }
  .question, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
)css";

}  // namespace orienta
