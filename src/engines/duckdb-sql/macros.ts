import { missingTokens, whiteSpace } from '../../files/text.js';
import { signsOfNames } from '../../options/nobody.js';
import { asciiKeyMacro } from './name-key.js';
import { literal } from '../shared-sql/sql-text.js';

const ends = `'${whiteSpace.replaceAll("'", "''")}'`;
const missing = missingTokens.map(literal).join(', ');
const clock = String.raw`'(\d+ days? )?\d+:[0-5]?\d:[0-5]?\d([.,]\d+)?'`;

/** `7.900` and `7,900`: thousands, or a fraction. Other values of the column decide, or nobody does. */
const doubtful = String.raw`'[+-]?[1-9]\d{0,2}[.,]\d{3}'`;

const longestToken = Math.max(...missingTokens.map((token) => token.length));

/** ASCII text without white space at its ends: nothing to trim. Trimming a set of characters is slow, this is not. */
const hasBareEnds = `x >= '!' and strlen(x) = length(x) and not (${[...whiteSpace]
  .filter((char) => char <= ' ')
  .map((char) => `ends_with(x, chr(${String(char.charCodeAt(0))}))`)
  .join(' or ')})`;

/** Seconds from 1970 to the end of 2105: between moments that can be read, nothing lasts longer. */
const longestDuration = Date.UTC(2106, 0, 1) / 1000;

/** What the reading and the shared SQL call by name; made once per connection. Both percentiles share one list of values. */
export const macros = [
  `create macro p50(x) as quantile_cont(x, [0.5, 0.9])[1]`,
  `create macro p90(x) as quantile_cont(x, [0.5, 0.9])[2]`,
  asciiKeyMacro,
  `create macro key_digest(x) as hash(x)`,
  `create macro bare_name(x) as replace(regexp_replace(x, '${signsOfNames}', '', 'g'), '''', '')`,
  `create macro plus_seconds(t, s) as t + to_seconds(s)`,
  `create macro trimmed(x) as trim(x, ${ends})`,
  `create macro bare(x) as case when ${hasBareEnds} then x else trimmed(x) end`,
  `create macro present(x) as
     case when case when strlen(x) <= ${String(longestToken)} then lower(x) in (${missing}) else false end then null else x end`,
  `create macro exact_number(x) as try_cast(x as double)`,
  `create macro plain_number(x) as case
     when contains(x, ',') then
       try_cast(case when regexp_full_match(x, '-?\\d+,\\d+') and not regexp_full_match(x, ${doubtful}) then replace(x, ',', '.') end as double)
     when contains(x, '.') and regexp_full_match(x, ${doubtful}) then null
     else try_cast(x as double) end`,
  `create macro finite(x) as case when isfinite(x) then x end`,
  `create macro duration_in_range(s) as case when abs(s) <= ${String(longestDuration)} then s end`,
  `create macro clock_time(x) as
     case when strlen(x) between 7 and 8 and contains(x, ':') then try_cast(x as time) end`,
  `create macro plain_clock(x, t) as case when ends_with(cast(t as varchar), x) then epoch(t) end`,
  `create macro any_clock(x) as
     case when regexp_full_match(x, ${clock}) then epoch(try_cast(replace(x, ',', '.') as interval)) end`,
  `create macro positive_duration(s) as case when s >= 0 and s <= ${String(longestDuration)} then s end`,
  `create macro timed_clock(x, t) as coalesce(plain_clock(x, t), any_clock(x))`,
  `create macro timed_duration(x, t, unit) as
     case when contains(x, ':') then timed_clock(x, t) else plain_number(x) * unit end`,
  `create macro exact_duration(x, t, unit) as
     case when contains(x, ':') then timed_clock(x, t) else exact_number(x) * unit end`,
  `create macro duration_seconds(x, unit) as timed_duration(x, clock_time(x), unit)`,
  `create macro in_range(t) as
     case when t >= timestamp '1970-01-01' and t < timestamp '2106-01-01' then t end`,
  `create macro swapped(t) as
     case when extract(day from t) <= 12 then make_timestamp(extract(year from t), extract(day from t),
       extract(month from t), extract(hour from t), extract(minute from t), extract(second from t)::double) else t end`,
  `create macro seconds_at(s) as try(make_timestamp(cast(floor(s) as bigint) * 1000000))`,
];
