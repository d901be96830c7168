import { createRequire } from 'node:module';
import type * as NodeApi from '@duckdb/node-api';

/** DuckDB for Node. An `import` would first scan each of its hundred files for the names they give: a tenth of a second. */
export const { DuckDBInstance, DuckDBTypeId, version } = createRequire(import.meta.url)(
  '@duckdb/node-api',
) as typeof NodeApi;
