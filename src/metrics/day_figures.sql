-- Counts and sums of each day that chats start on, those of business hours apart from the others: what findings are tested on.
select
  started_on as day,
  is_business_hours,
  count(*) as chats,
  count(*) filter (where is_closed_by_bot) as closed_by_bot,
  count(*) filter (where is_closed_by_agent) as closed_by_agents,
  count(*) filter (where is_resolved_by_bot) as resolved_by_bot,
  count(*) filter (where is_closed_by_bot and rating is not null) as rated_bot,
  count(*) filter (where is_closed_by_bot and rating >= report_options.csat_satisfied) as satisfied_bot,
  count(*) filter (where is_closed_by_agent and rating is not null) as rated_chats,
  count(*) filter (where is_closed_by_agent and rating >= report_options.csat_satisfied) as satisfied_chats,
  sum(case when is_closed_by_agent then rating end) as rating,
  sum(case when is_closed_by_agent then rating * rating end) as rating_squares,
  count(first_response_seconds) filter (where is_closed_by_agent) as first_response_chats,
  count(*) filter (
    where is_closed_by_agent and first_response_seconds <= report_options.response_target_seconds
  ) as within_target_chats,
  count(resolution_seconds) filter (where is_closed_by_agent) as resolution_chats,
  sum(case when is_closed_by_agent then resolution_seconds end) as resolution_seconds,
  count(wait_seconds) filter (where is_closed_by_agent) as wait_chats,
  sum(case when is_closed_by_agent then wait_seconds end) as wait_seconds
from chats_in_hours as chats
cross join report_options
group by started_on, is_business_hours
order by started_on, is_business_hours
