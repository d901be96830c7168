-- Every measure of agents' chats but those of business hours (metrics.md, section 6) over all, per agent, per period, and per agent and period.
with summed as (
  select
    period_start,
    agent_ordinal,
    cast(coalesce(sum(chats), 0) as bigint) as chats_resolved,
    cast(coalesce(sum(first_response_chats), 0) as bigint) as first_response_chats,
    sum(first_response_seconds) as first_response_seconds,
    sum(within_target_chats) as within_target_chats,
    cast(coalesce(sum(resolution_chats), 0) as bigint) as resolution_chats,
    sum(resolution_seconds) as resolution_seconds,
    cast(coalesce(sum(handle_chats), 0) as bigint) as handle_chats,
    sum(handle_seconds) as handle_seconds,
    cast(coalesce(sum(wait_chats), 0) as bigint) as wait_chats,
    sum(wait_seconds) as wait_seconds,
    sum(customer_wait_seconds) / nullif(sum(customer_wait_chats), 0) as customer_wait_avg_seconds,
    sum(rating) as rating,
    cast(coalesce(sum(rated_chats), 0) as bigint) as csat_rated_chats,
    sum(satisfied_chats) as satisfied_chats
  from agent_sums
  group by grouping sets ((), (agent_ordinal), (period_start), (period_start, agent_ordinal))
)
select
  summed.period_start as period_start,
  agents.agent as agent,
  summed.chats_resolved,
  case when report_options.has_first_response then summed.first_response_chats end as first_response_chats,
  summed.first_response_seconds / nullif(summed.first_response_chats, 0) as first_response_avg_seconds,
  percentiles.first_response_median_seconds,
  percentiles.first_response_p90_seconds,
  summed.within_target_chats / nullif(summed.first_response_chats, 0) as first_response_within_target_rate,
  case when report_options.has_first_response then summed.chats_resolved - summed.first_response_chats end
    as unanswered_chats,
  case when report_options.has_ended_at then summed.resolution_chats end as resolution_chats,
  summed.resolution_seconds / nullif(summed.resolution_chats, 0) as resolution_avg_seconds,
  percentiles.resolution_median_seconds,
  percentiles.resolution_p90_seconds,
  case when report_options.has_ended_at and report_options.has_assigned_at then summed.handle_chats end
    as handle_chats,
  summed.handle_seconds / nullif(summed.handle_chats, 0) as handle_avg_seconds,
  case when report_options.has_assigned_at then summed.wait_chats end as wait_chats,
  summed.wait_seconds / nullif(summed.wait_chats, 0) as wait_avg_seconds,
  summed.customer_wait_avg_seconds,
  summed.rating / nullif(summed.csat_rated_chats, 0) as csat_avg,
  case when report_options.has_csat_score then summed.csat_rated_chats end as csat_rated_chats,
  case when report_options.has_csat_score then summed.csat_rated_chats / nullif(summed.chats_resolved, 0) end
    as csat_response_rate,
  summed.satisfied_chats / nullif(summed.csat_rated_chats, 0) as csat_satisfied_rate
from summed
cross join report_options
left join agents on agents.agent_ordinal = summed.agent_ordinal
left join agent_percentiles as percentiles
  on percentiles.period_start is not distinct from summed.period_start
  and percentiles.agent_ordinal is not distinct from summed.agent_ordinal
