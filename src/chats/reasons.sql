-- Every spelling of a closing reason, and '' for none: which reason it is (the most frequent spelling is shown), its
-- ordinal among them, whether it means a time-out, and whether the report wants its chats.
with spelled as (
  select closing_reason, sum(chats) as chats from spellings where closing_reason is not null group by closing_reason
),
keyed as (
  select closing_reason, chats, name_key(closing_reason) as reason_key from spelled
),
named as (
  select
    closing_reason,
    reason_key,
    first_value(closing_reason) over (partition by reason_key order by chats desc, closing_reason) as shown,
    cast(dense_rank() over (order by reason_key) as integer) as reason_ordinal,
    reason_key in (select name_key from chosen_names where list = 'timeout') as is_timeout,
    reason_key in (select name_key from chosen_names where list = 'reason') as is_named
  from keyed
  union all
  select '', null, null, null, false, false
)
select
  named.closing_reason,
  named.reason_key,
  named.shown,
  named.reason_ordinal,
  named.is_timeout,
  named.is_named or not report_options.has_reason_filter as is_wanted
from named
cross join report_options
