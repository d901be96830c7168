-- Chats, and chats that agents worked on at the same time, by weekday and half hour.
with counted as (
  select
    weekday,
    half_hour_ordinal,
    count(*) as chats,
    count(*) filter (
      where started_on >= report_range.averaged_from_day and started_on < report_range.averaged_to_day
    ) as averaged_chats
  from chats
  cross join report_range
  group by weekday, half_hour_ordinal
),
worked as (
  select weekday, half_hour_ordinal, sum(agent_seconds) as agent_seconds
  from agent_slots
  where weekday is not null
  group by weekday, half_hour_ordinal
)
select
  week_half_hours.weekday as weekday,
  half_hours.half_hour,
  case when report_options.has_time_of_day then coalesce(counted.chats, 0) end as chats,
  case
    when report_options.has_time_of_day
    then coalesce(counted.averaged_chats, 0) / nullif(week_half_hours.elapsed_days, 0)
  end as chats_per_day,
  case when report_options.has_ended_at then coalesce(worked.agent_seconds, 0) / nullif(week_half_hours.seconds, 0) end
    as concurrent_chats_avg
from week_half_hours
join half_hours on half_hours.half_hour_ordinal = week_half_hours.half_hour_ordinal
cross join report_options
left join counted
  on counted.weekday = week_half_hours.weekday
  and counted.half_hour_ordinal = week_half_hours.half_hour_ordinal
left join worked
  on worked.weekday = week_half_hours.weekday
  and worked.half_hour_ordinal = week_half_hours.half_hour_ordinal
order by week_half_hours.weekday, week_half_hours.half_hour_ordinal
