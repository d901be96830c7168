-- Every spelling of a closing reason, and '' for none: which reason it is (the most frequent spelling is shown), its
-- ordinal among them, whether it means a time-out, and whether the report wants its chats.
with spelled as (
  select closing_reason, sum(chats) as chats from spellings where closing_reason is not null group by closing_reason
),
keyed as (
  select closing_reason, chats, name_key(closing_reason) as reason_key from spelled
),
ranked as (
  select
    reason_key,
    closing_reason as shown,
    row_number() over (partition by reason_key order by chats desc, closing_reason) as place
  from keyed
),
named as (
  select
    keyed.closing_reason,
    keyed.reason_key,
    ranked.shown,
    cast(dense_rank() over (order by keyed.reason_key) as integer) as reason_ordinal,
    keyed.reason_key in (select reason_key from timeout_reasons) as is_timeout,
    keyed.reason_key in (select reason_key from reason_filter) as is_named
  from keyed
  join ranked on ranked.reason_key = keyed.reason_key
  where ranked.place = 1
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
