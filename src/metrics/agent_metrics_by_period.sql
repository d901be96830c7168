-- Per period that has a chat closed by an agent: all agents, then each agent.
select periods.period_end, periods.period_label, periods.is_partial, agent_figures.*
from agent_figures
join periods on periods.period_start = agent_figures.period_start
order by agent_figures.period_start, agent_figures.agent is not null, chats_resolved desc, agent_figures.agent
