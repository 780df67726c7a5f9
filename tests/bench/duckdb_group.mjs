// SPDX-License-Identifier: MIT
// Groups a survey file with DuckDB, for comparison with our own reader:
//
//   npm install --prefix FOLDER @duckdb/node-api        (once, a folder outside the sources)
//   ORIENTA_DUCKDB=FOLDER node tests/bench/duckdb_group.mjs FILE.csv [THREADS] [TIMES]
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [file, threads = '2', times = '3'] = process.argv.slice(2);
const folder = process.env.ORIENTA_DUCKDB;
if (!file || !folder) {
  console.error('usage: ORIENTA_DUCKDB=FOLDER node duckdb_group.mjs FILE.csv [THREADS] [TIMES]');
  process.exit(2);
}
const { DuckDBInstance, version } = createRequire(join(resolve(folder), 'package.json'))('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
let best = Infinity;
let rows = 0;
for (let i = 0; i < Number(times); ++i) {
  const start = process.hrtime.bigint();
  const result = await connection.runAndReadAll(
    `SELECT unit, indicator, value, count(*) AS n FROM read_csv('${file.replaceAll("'", "''")}', header = true)
     GROUP BY unit, indicator, value`);
  rows = result.getRows().reduce((sum, row) => sum + Number(row[3]), 0);
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
const peak = process.resourceUsage().maxRSS * 1024 / 1e6;
console.log(`DuckDB ${version()}, ${threads} threads, grouped ${rows} rows`);
console.log(`figure\tcomparison: DuckDB groups the survey\t${best.toPrecision(4)}\ts\t`);
console.log(`figure\tcomparison: DuckDB at most\t${peak.toPrecision(4)}\tMB\t`);
