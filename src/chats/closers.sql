-- Every spelling of a closer: whose name it is (the most frequent spelling is shown) and whether that is a bot.
with spelled as (
  select closed_by, count(*) as chats from ranged_chats where closed_by is not null group by closed_by
),
keyed as (
  select closed_by, chats, name_key(closed_by) as closer_key from spelled
),
ranked as (
  select
    closer_key,
    closed_by as shown,
    row_number() over (partition by closer_key order by chats desc, closed_by) as place
  from keyed
)
select
  keyed.closed_by,
  keyed.closer_key,
  ranked.shown,
  keyed.closer_key in (select bot_key from bot_names) as is_bot
from keyed
join ranked on ranked.closer_key = keyed.closer_key
where ranked.place = 1
