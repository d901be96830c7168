/** DuckDB for Node: bundled but for its binary, as its hundred files take a tenth of a second to find and load. */
export { DuckDBInstance, DuckDBTypeId, version } from '@duckdb/node-api';
