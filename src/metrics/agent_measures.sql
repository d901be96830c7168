-- Every measure of agents' chats but those of business hours (metrics.md, section 6) over all, per agent, per period, and per agent and period.
with agent_chats as (
  select
    chats.*,
    chats.wait_seconds + chats.first_response_seconds as customer_wait_seconds,
    chats.rating >= report_options.csat_satisfied as is_satisfied,
    chats.first_response_seconds <= report_options.response_target_seconds as is_within_target
  from chats
  cross join report_options
  where chats.closer = 'agent'
),
measured as (
  select
    period_start,
    agent,
    count(*) as chats_resolved,
    count(first_response_seconds) as first_response_chats,
    avg(first_response_seconds) as first_response_avg_seconds,
    p50(first_response_seconds) as first_response_median_seconds,
    p90(first_response_seconds) as first_response_p90_seconds,
    count(*) filter (where is_within_target) as within_target_chats,
    count(resolution_seconds) as resolution_chats,
    avg(resolution_seconds) as resolution_avg_seconds,
    p50(resolution_seconds) as resolution_median_seconds,
    p90(resolution_seconds) as resolution_p90_seconds,
    count(handle_seconds) as handle_chats,
    avg(handle_seconds) as handle_avg_seconds,
    count(wait_seconds) as wait_chats,
    avg(wait_seconds) as wait_avg_seconds,
    avg(customer_wait_seconds) as customer_wait_avg_seconds,
    avg(rating) as csat_avg,
    count(rating) as csat_rated_chats,
    count(*) filter (where is_satisfied) as satisfied_chats
  from agent_chats
  group by grouping sets ((), (agent), (period_start), (period_start, agent))
)
select
  measured.period_start,
  measured.agent,
  measured.chats_resolved,
  case when report_options.has_first_response then measured.first_response_chats end as first_response_chats,
  measured.first_response_avg_seconds,
  measured.first_response_median_seconds,
  measured.first_response_p90_seconds,
  measured.within_target_chats / nullif(measured.first_response_chats, 0) as first_response_within_target_rate,
  case when report_options.has_ended_at then measured.resolution_chats end as resolution_chats,
  measured.resolution_avg_seconds,
  measured.resolution_median_seconds,
  measured.resolution_p90_seconds,
  case when report_options.has_ended_at and report_options.has_assigned_at then measured.handle_chats end
    as handle_chats,
  measured.handle_avg_seconds,
  case when report_options.has_assigned_at then measured.wait_chats end as wait_chats,
  measured.wait_avg_seconds,
  measured.customer_wait_avg_seconds,
  measured.csat_avg,
  case when report_options.has_csat_score then measured.csat_rated_chats end as csat_rated_chats,
  case when report_options.has_csat_score then measured.csat_rated_chats / nullif(measured.chats_resolved, 0) end
    as csat_response_rate,
  measured.satisfied_chats / nullif(measured.csat_rated_chats, 0) as csat_satisfied_rate
from measured
cross join report_options
