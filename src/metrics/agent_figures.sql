-- The measures of agents' chats together: those of business hours beside those that do not rest on them.
select
  agent_measures.*,
  agent_hours_measures.csat_avg_business_hours,
  case when report_options.has_csat_score then coalesce(agent_hours_measures.csat_rated_chats_business_hours, 0) end
    as csat_rated_chats_business_hours,
  agent_hours_measures.csat_avg_outside_business_hours,
  case when report_options.has_csat_score then coalesce(agent_hours_measures.csat_rated_chats_outside_business_hours, 0) end
    as csat_rated_chats_outside_business_hours
from agent_measures
cross join report_options
left join agent_hours_measures
  on agent_hours_measures.period_start is not distinct from agent_measures.period_start
  and agent_hours_measures.agent is not distinct from agent_measures.agent
