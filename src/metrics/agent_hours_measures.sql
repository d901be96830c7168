-- Ratings in business hours and outside them (metrics.md, section 6), over all, per agent, per period, and per agent and
-- period; only where there is a rating.
with rated as (
  select
    period_start,
    agent,
    case when is_business_hours then rating end as rating_business_hours,
    case when not is_business_hours then rating end as rating_outside_business_hours
  from chats_in_hours
  where closer = 'agent' and rating is not null
)
select
  period_start,
  agent,
  avg(rating_business_hours) as csat_avg_business_hours,
  count(rating_business_hours) as csat_rated_chats_business_hours,
  avg(rating_outside_business_hours) as csat_avg_outside_business_hours,
  count(rating_outside_business_hours) as csat_rated_chats_outside_business_hours
from rated
group by grouping sets ((), (agent), (period_start), (period_start, agent))
