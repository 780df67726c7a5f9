// SPDX-License-Identifier: MIT
// Opens reports in a headless Chromium: node pages.mjs <folder of node_modules> <folder of pages>
// Prints what is wrong, one line each, and ends with 1 when there is any.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const [modules, folder] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'x.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let wrongs = 0;
const expect = (fact, what) => {
  if (fact) return;
  ++wrongs;
  console.log(what);
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
});

// A page of a report; everything that it asks of the world beyond itself is noted as wrong.
const open = async (name, options, work) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const address = pathToFileURL(path.join(folder, name + '.html')).href;
  const says = `${name} ${JSON.stringify(options)}`;
  const page = await context.newPage();
  page.on('request', request => expect(
    request.url() === address || request.url().startsWith('data:'), `${says}: asks for ${request.url()}`));
  page.on('pageerror', error => expect(false, `${says}: ${error}`));
  page.on('console', line => expect(line.type() !== 'error', `${says}: ${line.text()}`));
  page.on('dialog', dialog => { expect(false, `${says}: a dialog`); dialog.dismiss(); });
  await page.goto(address);
  await work(page, says);
  await context.close();
};

const axeFinds = async (page, says) => {
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  for (const { id, impact, nodes } of violations)
    expect(!['serious', 'critical'].includes(impact), `${says}: axe ${impact} ${id} at ${nodes[0].target}: ${nodes[0].failureSummary}`);
};

const looks = async (page, says) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide <= 0, `${says}: the page is ${wide} pixels too wide`);
  await page.screenshot({ path: path.join(folder, says.replace(/[^a-z0-9]+/gi, '-') + '.png') });
  await axeFinds(page, says);
};

for (const name of ['small', 'full'])
  for (const colorScheme of ['light', 'dark'])
    for (const width of [1280, 375])
      await open(name, { colorScheme, viewport: { width, height: 900 } }, looks);

await open('small', { javaScriptEnabled: false }, async (page, says) => {
  const text = await page.innerText('main');
  expect(text.includes('Complaints closed in 24 h'), `${says}: cannot be read without script`);
});

await open('hostile', {}, async (page, says) => {
  expect(!(await page.title()).startsWith('owned'), `${says}: a typed script ran`);
  expect(await page.locator('script').count() === 1, `${says}: a typed script is in the page`);
  await looks(page, says);
});

await open('small', {}, async (page, says) => {
  const first = () => page.locator('table').first().locator('tbody tr th').allInnerTexts();
  const sorts = async (key, column, names) => {
    await page.keyboard.press(key);
    const is = await first();
    expect(is.join() === names.join(), `${says}: sorted by ${column}: ${is}`);
  };
  // From the top by the keyboard alone: past the contents, then to the column.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.className) === 'skip', `${says}: the first stop is not the skip link`);
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement.innerText);
  for (let i = 0; i < 9 && (await focused()) !== 'Effect'; ++i) await page.keyboard.press('Tab');
  expect((await focused()) === 'Effect', `${says}: no way to the column by Tab`);
  const [service, staff, answers] = ['Complaints closed in 24 h', 'Staff know the standards', 'Answers are used'];
  await sorts('Enter', 'effect, up', [staff, service, answers]);
  expect(await page.locator('th[aria-sort=ascending]').count() === 1, `${says}: the order is not said`);
  await sorts('Space', 'effect, down', [answers, service, staff]);
  await sorts('Enter', 'no column', [service, staff, answers]);
  expect(await page.locator('th[aria-sort]').count() === 0, `${says}: an order is said that is none`);
});

for (const name of ['small', 'full', 'hostile'])
  await open(name, { colorScheme: 'dark' }, async page => {
    await page.pdf({ path: path.join(folder, name + '.pdf'), preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  });

await browser.close();
process.exit(wrongs > 0 ? 1 : 0);
