-- Per period that has a chat closed by an agent: all agents, then each agent.
select periods.period_end, periods.period_label, periods.is_partial, agent_measures.*
from agent_measures
join periods on periods.period_start = agent_measures.period_start
order by agent_measures.period_start, agent_measures.agent is not null, chats_resolved desc, agent_measures.agent
