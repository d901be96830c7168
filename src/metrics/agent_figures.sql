-- The measures of agents' chats together: those of business hours beside those that do not rest on them.
with hours as (
  select
    period_start as hours_period_start,
    agent as hours_agent,
    csat_avg_business_hours,
    csat_rated_chats_business_hours as rated_business_hours,
    csat_avg_outside_business_hours,
    csat_rated_chats_outside_business_hours as rated_outside_business_hours
  from agent_hours_measures
)
select
  agent_measures.*,
  hours.csat_avg_business_hours,
  case
    when report_options.has_csat_score and report_options.has_time_of_day then coalesce(hours.rated_business_hours, 0)
  end as csat_rated_chats_business_hours,
  hours.csat_avg_outside_business_hours,
  case
    when report_options.has_csat_score and report_options.has_time_of_day then coalesce(hours.rated_outside_business_hours, 0)
  end as csat_rated_chats_outside_business_hours
from agent_measures
cross join report_options
left join hours
  on hours.hours_period_start is not distinct from agent_measures.period_start
  and hours.hours_agent is not distinct from agent_measures.agent
