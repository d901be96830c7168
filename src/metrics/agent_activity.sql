-- All agents, then each agent.
select *
from activity_measures
where shift_date is null
order by agent is not null, chats desc, agent
