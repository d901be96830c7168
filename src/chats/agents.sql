-- Every agent once: the closers who are no bots.
select closer_ordinal as agent_ordinal, min(shown) as agent
from closers
where shown is not null and not is_bot
group by closer_ordinal
