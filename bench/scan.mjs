/** The baseline: DuckDB's own scan of a CSV file, every column as text, counting its rows. */
import { DuckDBInstance } from '@duckdb/node-api';

const [file = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
await connection.runAndReadAll(
  `select count(*) from read_csv('${file.replaceAll("'", "''")}', all_varchar = true)`,
);
console.log(((performance.now() - start) / 1000).toFixed(4));
connection.closeSync();
instance.closeSync();
