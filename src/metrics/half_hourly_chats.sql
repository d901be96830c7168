-- Chats by the half hour in which they start, over all days; per elapsed day of those that averages are over.
with counted as (
  select
    half_hour_ordinal,
    count(*) as chats,
    count(*) filter (
      where started_on >= report_range.averaged_from_day and started_on < report_range.averaged_to_day
    ) as averaged_chats,
    count(*) filter (where is_closed_by_bot) as closed_by_bot,
    count(*) filter (where is_closed_by_agent) as closed_by_agents
  from chats
  cross join report_range
  group by half_hour_ordinal
),
total as (
  select count(*) as incoming_chats from chats
)
select
  half_hours.half_hour,
  case when report_options.has_time_of_day then coalesce(counted.chats, 0) end as chats,
  case when report_options.has_time_of_day then coalesce(counted.chats, 0) / nullif(total.incoming_chats, 0) end
    as share_rate,
  case
    when report_options.has_time_of_day
    then coalesce(counted.averaged_chats, 0) / nullif(report_range.elapsed_days, 0)
  end as chats_per_day,
  case when report_options.has_time_of_day then coalesce(counted.closed_by_bot, 0) end as closed_by_bot,
  case when report_options.has_time_of_day then coalesce(counted.closed_by_agents, 0) end as closed_by_agents
from half_hours
cross join total
cross join report_range
cross join report_options
left join counted on counted.half_hour_ordinal = half_hours.half_hour_ordinal
order by half_hours.half_hour_ordinal
