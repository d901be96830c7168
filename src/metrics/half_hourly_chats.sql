-- Chats by the half hour in which they start, over all days; per elapsed day of the range.
with counted as (
  select
    half_hour_ordinal,
    count(*) as chats,
    count(*) filter (where is_closed_by_bot) as closed_by_bot,
    count(*) filter (where is_closed_by_agent) as closed_by_agents
  from chats
  group by half_hour_ordinal
),
total as (
  select count(*) as incoming_chats from chats
)
select
  half_hours.half_hour,
  coalesce(counted.chats, 0) as chats,
  coalesce(counted.chats, 0) / nullif(total.incoming_chats, 0) as share_rate,
  coalesce(counted.chats, 0) / nullif(report_range.elapsed_days, 0) as chats_per_day,
  coalesce(counted.closed_by_bot, 0) as closed_by_bot,
  coalesce(counted.closed_by_agents, 0) as closed_by_agents
from half_hours
cross join total
cross join report_range
left join counted on counted.half_hour_ordinal = half_hours.half_hour_ordinal
order by half_hours.half_hour_ordinal
