import { missingTokens, whiteSpace } from '../../chats/text.js';
import { literal } from './sql-text.js';

const ends = `'${whiteSpace.replaceAll("'", "''")}'`;
const missing = missingTokens.map(literal).join(', ');
const clock = String.raw`'(\d+ days? )?\d+:[0-5]?\d:[0-5]?\d([.,]\d+)?'`;

/** What the reading and the shared SQL call by name; made once per connection. */
export const macros = [
  `create macro p50(x) as quantile_cont(x, 0.5)`,
  `create macro p90(x) as quantile_cont(x, 0.9)`,
  `create macro name_key(x) as nfc_normalize(lower(x))`,
  `create macro plus_seconds(t, s) as t + to_seconds(s)`,
  `create macro trimmed(x) as trim(x, ${ends})`,
  `create macro clean(x) as case when lower(trimmed(x)) in (${missing}) then null else trimmed(x) end`,
  `create macro plain_number(x) as try_cast(case when regexp_full_match(x, '-?\\d+,\\d+') then replace(x, ',', '.') else x end as double)`,
  `create macro finite(x) as case when isfinite(x) then x end`,
  `create macro clock_seconds(x) as
     coalesce(try_cast(regexp_extract(x, '^(\\d+) day', 1) as double), 0) * 86400
     + try_cast(regexp_extract(x, '(\\d+):\\d+:', 1) as double) * 3600
     + try_cast(split_part(x, ':', 2) as double) * 60
     + try_cast(replace(split_part(x, ':', 3), ',', '.') as double)`,
  `create macro duration_seconds(x) as
     case when regexp_full_match(x, ${clock}) then clock_seconds(x)
          when not contains(x, ':') and plain_number(x) >= 0 then finite(plain_number(x)) end`,
  `create macro in_range(t) as
     case when t >= timestamp '1970-01-01' and t < timestamp '2106-01-01' then t end`,
  `create macro seconds_at(s) as in_range(try(make_timestamp(cast(floor(s) as bigint) * 1000000)))`,
];
