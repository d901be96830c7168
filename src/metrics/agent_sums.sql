-- Counts and sums of agents' chats, but those of business hours, per agent and period.
select
  period_start,
  agent_ordinal,
  count(*) as chats,
  count(first_response_seconds) as first_response_chats,
  sum(first_response_seconds) as first_response_seconds,
  count(*) filter (where first_response_seconds <= report_options.response_target_seconds) as within_target_chats,
  count(resolution_seconds) as resolution_chats,
  sum(resolution_seconds) as resolution_seconds,
  count(handle_seconds) as handle_chats,
  sum(handle_seconds) as handle_seconds,
  count(wait_seconds) as wait_chats,
  sum(wait_seconds) as wait_seconds,
  count(wait_seconds + first_response_seconds) as customer_wait_chats,
  sum(wait_seconds + first_response_seconds) as customer_wait_seconds,
  count(rating) as rated_chats,
  sum(rating) as rating,
  count(*) filter (where rating >= report_options.csat_satisfied) as satisfied_chats
from chats
cross join report_options
where is_closed_by_agent
group by period_start, agent_ordinal
