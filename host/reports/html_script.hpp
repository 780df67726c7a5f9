// SPDX-License-Identifier: MIT
// What a report does when its reader allows scripts. Internal to html.cpp.
#pragma once

#include <string_view>

namespace orienta {

/// Heads of columns become buttons: up, down, as it was. Numbers are compared as numbers whatever stands
/// around them, and what has none comes last. Tables that are too wide can be scrolled by keys. The table of
/// contents shows where the reader is.
inline constexpr std::string_view kHtmlScript = R"js(
'use strict';
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
const number = text => {
  const plain = text.replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1').replace(/\u2212/g, '-').replace(/,/g, '.');
  const found = plain.match(/[-+]?\d+(\.\d+)?/);
  return found ? Number(found[0]) : NaN;
};
const isEmpty = value => value === '' || Number.isNaN(value);
for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
  if (rows.length < 2) continue;
  const sort = (head, column) => {
    const next = { ascending: 'descending', descending: '' }[head.getAttribute('aria-sort') ?? ''] ?? 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    if (next) head.setAttribute('aria-sort', next);
    const sign = next === 'descending' ? -1 : 1, isNumber = head.classList.contains('number');
    const keyed = rows.map(row => {
      const text = row.cells[column].textContent.trim();
      return { row, value: isNumber ? number(text) : text };
    });
    const compare = (a, b) => sign * (isNumber ? a - b : order.compare(a, b));
    if (next) keyed.sort(({ value: a }, { value: b }) => isEmpty(a) - isEmpty(b) || (isEmpty(a) ? 0 : compare(a, b)));
    body.append(...keyed.map(one => one.row));
  };
  heads.forEach((head, column) => {
    if (head.tagName !== 'TH') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(head, column));
    head.append(button);
  });
}
const boxes = [...document.querySelectorAll('.scroll, .chart')];
const reach = () => {
  for (const box of boxes) {
    const fits = box.scrollWidth <= box.clientWidth;
    box.classList.toggle('fits', fits);
    if (fits) box.removeAttribute('tabindex');
    else box.tabIndex = 0;
  }
};
addEventListener('resize', reach);
reach();
document.documentElement.classList.add('scripted');
const chapters = [...document.querySelectorAll('.chapter')];
const links = new Map([...document.querySelectorAll('.contents > ol > li > a')].map(a => [a.hash.slice(1), a]));
const mark = () => {
  const here = chapters.filter(chapter => chapter.getBoundingClientRect().top < innerHeight / 3).pop() ?? chapters[0];
  for (const [id, link] of links) {
    link.parentElement.classList.toggle('here', id === here.id);
    if (id === here.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
};
if (links.size > 0) {
  addEventListener('scroll', mark, { passive: true });
  mark();
}
)js";

}  // namespace orienta
