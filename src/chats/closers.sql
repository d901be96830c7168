-- Every spelling of a closer, and '' for no closer: whose name it is (the most frequent spelling is shown), its ordinal
-- among them, whether that is a bot, whether it stands for nobody, and whether the report wants the closer's chats.
with spelled as (
  select closed_by, sum(chats) as chats from spellings where closed_by is not null group by closed_by
),
keyed as (
  select closed_by, chats, name_key(closed_by) as closer_key from spelled
),
loose as (
  select keyed.*, bare_name(closer_key) as loose_key
  from keyed
),
told as (
  select
    loose.*,
    closer_key in (select name_key from chosen_names where list = 'bot') as is_bot,
    position(concat('|', loose_key, '|') in report_options.nobody_keys) > 0 as is_placeholder
  from loose
  cross join report_options
),
named as (
  select
    closed_by,
    closer_key,
    first_value(closed_by) over (partition by closer_key order by chats desc, closed_by) as shown,
    cast(dense_rank() over (order by closer_key) as integer) as closer_ordinal,
    is_bot,
    closer_key in (select name_key from chosen_names where list = 'agent') as is_named,
    false as is_nobody
  from told
  where is_bot or not is_placeholder
  union all
  select closed_by, null, null, null, false, false, true from told where is_placeholder and not is_bot
  union all
  select '', null, null, null, false, false, false
)
select
  named.closed_by,
  named.closer_key,
  named.shown,
  named.closer_ordinal,
  named.is_bot,
  named.is_nobody,
  named.is_named or not report_options.has_agent_filter as is_wanted
from named
cross join report_options
