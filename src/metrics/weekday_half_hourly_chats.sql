-- Chats, and chats that agents worked on at the same time, by weekday and half hour.
with counted as (
  select weekday, half_hour_ordinal, count(*) as chats
  from chats
  group by weekday, half_hour_ordinal
),
worked as (
  select weekday, half_hour_ordinal, sum(agent_seconds) as agent_seconds
  from agent_slots
  where weekday is not null
  group by weekday, half_hour_ordinal
),
days as (
  select weekday, count(*) as days from calendar_days group by weekday
),
weekdays as (
  select cast(generate_series as integer) as weekday from generate_series(1, 7)
)
select
  weekdays.weekday as weekday,
  half_hours.half_hour,
  coalesce(counted.chats, 0) as chats,
  coalesce(counted.chats, 0) / nullif(days.days, 0) as chats_per_day,
  case when report_options.has_ended_at then coalesce(worked.agent_seconds, 0) / nullif(1800 * days.days, 0) end
    as concurrent_chats_avg
from weekdays
cross join half_hours
cross join report_options
left join days on days.weekday = weekdays.weekday
left join counted
  on counted.weekday = weekdays.weekday and counted.half_hour_ordinal = half_hours.half_hour_ordinal
left join worked
  on worked.weekday = weekdays.weekday and worked.half_hour_ordinal = half_hours.half_hour_ordinal
order by weekdays.weekday, half_hours.half_hour_ordinal
