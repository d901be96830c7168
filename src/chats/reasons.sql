-- Every spelling of a closing reason: which reason it is (the most frequent spelling is shown), and whether a time-out.
with spelled as (
  select closing_reason, count(*) as chats from ranged_chats where closing_reason is not null group by closing_reason
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
)
select
  keyed.closing_reason,
  keyed.reason_key,
  ranked.shown,
  keyed.reason_key in (select reason_key from timeout_reasons) as is_timeout
from keyed
join ranked on ranked.reason_key = keyed.reason_key
where ranked.place = 1
