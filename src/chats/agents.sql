-- Every agent once, by the spelling that is shown: the closers who are no bots.
select closer_ordinal as agent_ordinal, closed_by as agent
from closers
where closed_by = shown and not is_bot
