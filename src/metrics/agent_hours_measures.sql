-- Ratings in business hours and outside them (metrics.md, section 6), over all, per agent, per period, and per agent and
-- period; only where there is a rating.
with rated as (
  select period_start, agent_ordinal, is_business_hours, sum(rating) as rating, count(*) as chats
  from chats_in_hours
  where is_closed_by_agent and rating is not null
  group by period_start, agent_ordinal, is_business_hours
),
summed as (
  select
    period_start,
    agent_ordinal,
    sum(rating) filter (where is_business_hours) as rating_inside,
    cast(coalesce(sum(chats) filter (where is_business_hours), 0) as bigint) as chats_inside,
    sum(rating) filter (where not is_business_hours) as rating_outside,
    cast(coalesce(sum(chats) filter (where not is_business_hours), 0) as bigint) as chats_outside
  from rated
  group by grouping sets ((), (agent_ordinal), (period_start), (period_start, agent_ordinal))
)
select
  summed.period_start as period_start,
  agents.agent as agent,
  summed.rating_inside / nullif(summed.chats_inside, 0) as csat_avg_business_hours,
  summed.chats_inside as csat_rated_chats_business_hours,
  summed.rating_outside / nullif(summed.chats_outside, 0) as csat_avg_outside_business_hours,
  summed.chats_outside as csat_rated_chats_outside_business_hours
from summed
left join agents on agents.agent_ordinal = summed.agent_ordinal
