-- Every measure of agents' time (metrics.md, section 8) over all, per agent, and per agent and shift date.
with summed as (
  select
    agent,
    shift_date,
    cast(coalesce(sum(chats), 0) as bigint) as chats,
    cast(coalesce(sum(active_seconds), 0) as bigint) as active_seconds,
    cast(coalesce(sum(free_seconds), 0) as bigint) as free_seconds,
    cast(coalesce(sum(cumulative_seconds), 0) as bigint) as cumulative_seconds,
    count(*) as shifts,
    min(first_chat_at) as first_chat_at,
    max(last_chat_at) as last_chat_at
  from agent_shifts
  group by grouping sets ((), (agent), (agent, shift_date))
)
select
  summed.agent,
  summed.shift_date,
  case when report_options.has_ended_at then summed.chats end as chats,
  case when report_options.has_ended_at then summed.active_seconds end as active_seconds,
  case when report_options.has_ended_at then summed.free_seconds end as free_seconds,
  case when report_options.has_ended_at then summed.cumulative_seconds end as cumulative_seconds,
  case when report_options.has_ended_at then summed.active_seconds + summed.free_seconds end as span_seconds,
  summed.active_seconds / nullif(summed.active_seconds + summed.free_seconds, 0) as occupancy_rate,
  summed.cumulative_seconds / nullif(summed.active_seconds, 0) as concurrency,
  case when report_options.has_ended_at then summed.shifts end as shifts,
  summed.first_chat_at,
  summed.last_chat_at,
  summed.chats * 3600 / nullif(summed.active_seconds, 0) as chats_per_active_hour
from summed
cross join report_options
