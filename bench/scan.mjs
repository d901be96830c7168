/** The baseline: DuckDB's own scan of a CSV file, every column as text, counting its rows; so many times as the second argument says. */
import { DuckDBInstance } from '@duckdb/node-api';

const [file = '', times = '1'] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
for (let turn = 0; turn < Number(times); turn += 1) {
  await connection.runAndReadAll(
    `select count(*) from read_csv('${file.replaceAll("'", "''")}', all_varchar = true)`,
  );
}
console.log(((performance.now() - start) / 1000 / Number(times)).toFixed(4));
connection.closeSync();
instance.closeSync();
