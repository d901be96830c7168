-- The relation every metric reads: the chats of the report, with all that is derived from one chat alone.
select
  chat_facts.*,
  agent_ordinal is not null as is_closed_by_agent,
  not is_closed_by_bot and agent_ordinal is null as is_open,
  cast(floor(started_minute / 30) as integer) as half_hour_ordinal,
  coalesce(assigned_at, started_at) as work_started_at,
  date_diff('second', started_at, ended_at) as resolution_seconds,
  date_diff('second', assigned_at, ended_at) as handle_seconds,
  date_diff('second', started_at, assigned_at) as wait_seconds
from chat_facts
