import type { Dialect } from './conformance.js';

/** The numbers from 0 to `count` - 1 as `x`, in the words of every database. */
export function numbers(count: number): string {
  return `(select cast(generate_series as bigint) as x from generate_series(0, ${String(count - 1)})) as r`;
}

export const duckDb: Dialect = {
  valueForms: `select 1::tinyint as tiny, 2::smallint as small, 3::integer as plain, 4::bigint as big, 5::hugeint as huge,
    6::utinyint as unsigned_tiny, 7::uinteger as unsigned_plain, 8::ubigint as unsigned_big, -12.345::decimal(9, 3) as decimal,
    1.25::float as float, 1e-300::double as double, true as yes, false as no, 'x' as text, null as nothing,
    date '1969-07-20' as day, timestamp '2021-02-01 09:00:34.987654' as moment, timestamp '1969-12-31 23:59:59.5' as early,
    sum(x) as sum, sum(x::double) as float_sum, count(*) as count, avg(x) as mean, sum(x::decimal(5, 1)) as decimal_sum,
    extract(day from date '2021-01-04') as part, date_diff('second', timestamp '2021-01-01', timestamp '2021-01-02') as span,
    sum(x) / nullif(count(*), 0) as share, max(x) filter (x > 99) as none
    from range(1, 5) t(x)`,
  long: 'select count(distinct hash(x * 3)) as n from range(300000000) r(x)',
};

export const clickHouse: Dialect = {
  valueForms: `select toInt8(1) as tiny, toInt16(2) as small, toInt32(3) as plain, toInt64(4) as big, toInt128(5) as huge,
    toUInt8(6) as unsigned_tiny, toUInt32(7) as unsigned_plain, toUInt64(8) as unsigned_big, toDecimal32(-12.345, 3) as decimal,
    toFloat32(1.25) as float, 1e-300 as double, true as yes, false as no, toLowCardinality('x') as text, null as nothing,
    date '1969-07-20' as day, toDateTime64('2021-02-01 09:00:34.987654', 6, 'UTC') as moment,
    toDateTime64('1969-12-31 23:59:59.5', 1, 'UTC') as early,
    sum(x) as sum, sum(toFloat64(x)) as float_sum, count(*) as count, avg(x) as mean, sum(toDecimal32(x, 1)) as decimal_sum,
    extract(day from date '2021-01-04') as part,
    date_diff('second', timestamp '2021-01-01 00:00:00', timestamp '2021-01-02 00:00:00') as span,
    sum(x) / nullif(count(*), 0) as share, max(x) filter (where x > 99) as none
    from (select number + 1 as x from numbers(4)) as t`,
  // of no use to anybody, and without load: what chdb is told to stop runs on
  long: 'select sum(sleepEachRow(0.1)) as n from numbers(30) settings max_block_size = 1',
};
