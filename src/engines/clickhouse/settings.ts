/**
 * Sent with every statement: a server's, a user's or an earlier statement's settings decide nothing. The first ones make
 * ClickHouse mean by the shared SQL what the standard and DuckDB mean by it.
 */
export const settings = {
  /** A row without a partner in a left join has nulls, not zeros and empty texts. */
  join_use_nulls: 1,
  /** The rows of `grouping sets` and `rollup` over more than one group have null for it, not zero. */
  group_by_use_nulls: 1,
  /** `sum(chats) as chats` sums the column, not itself. */
  prefer_column_name_to_alias: 1,
  /** `cast(null as integer)` is null, and a cast of what may be null may be null. */
  cast_keep_nullable: 1,
  data_type_default_nullable: 1,
  /** A sum or maximum of nothing is null, not zero. */
  aggregate_functions_null_for_empty: 1,
  /** Rewritten, an aggregate over an `if` has one name on the shards and another on the server that merges them. */
  optimize_rewrite_aggregate_function_with_if: 0,
  /** A `with` of ours is known in the subqueries of the statement too. */
  enable_global_with_statement: 1,
  /** Moments are written and cut into days in UTC: zones are ours (metrics.md, section 3). */
  session_timezone: 'UTC',
  /** Dates as `YYYY-MM-DD HH:MM:SS`. */
  date_time_output_format: 'simple',
  /** Counts are numbers, not texts; they are below 2^53. */
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  /** NaN of nothing is null. */
  output_format_json_quote_denormals: 0,
  /** Small relations of a join go to the shards; they need not be there. */
  prefer_global_in_and_join: 1,
  /** A table that is spread over shards may be joined and looked into. */
  distributed_product_mode: 'global',
  /** Without scratch tables a statement carries the relations that it reads, written out. */
  max_query_size: String(64 * 1024 * 1024),
  max_ast_elements: '2000000',
  max_expanded_ast_elements: '20000000',
  /** A SELECT whose asker is gone ends. */
  cancel_http_readonly_queries_on_client_close: 1,
} as const;

/** For results that come whole: an error in the middle of one is told as an error. */
export const wholeResult = { wait_end_of_query: 1 } as const;

/** Only over HTTP: a server that is at work says so now and then, so that nothing on the way takes the connection for dead. */
export const overHttp = {
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: '20000',
} as const;
