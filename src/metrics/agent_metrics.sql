-- All agents, then each agent.
select *
from agent_figures
where period_start is null
order by agent is not null, chats_resolved desc, agent
