/**
 * Left to itself DuckDB takes our views for tiny, builds its hash tables on millions of chats and then works on one thread.
 * The shared SQL names the large relation first and the small ones after it, and is run as it is written: five times faster.
 */
const joinOptimizers = 'join_order,build_side_probe_side';

/** A list of words is compared as it stands: of more than a few DuckDB would make a table, and a join for each column. */
const listOptimizer = 'in_clause';

/** The settings of every build of DuckDB: joins as they are written, and no extension is fetched or believed. */
export const settings = {
  allow_community_extensions: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  disabled_optimizers: `${joinOptimizers},${listOptimizer}`,
};
