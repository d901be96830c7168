-- The rows of the report's chats that may hold a value that does not count; a closer that stands for nobody is none.
with faulty as (
  select
    source_ordinal,
    chat_id,
    closed_by,
    started_at,
    ended_at,
    ended_at_text,
    assigned_at,
    assigned_at_text,
    bot_first_response_seconds_text,
    agent_first_response_seconds_text,
    csat_score,
    csat_score_text
  from raw_chats
  cross join report_options
  where
    ended_at < started_at
    or assigned_at < started_at
    or assigned_at > ended_at
    or ended_at_text is not null
    or assigned_at_text is not null
    or bot_first_response_seconds_text is not null
    or agent_first_response_seconds_text is not null
    or csat_score_text is not null
    or (csat_score <> 0 and (csat_score < csat_min or csat_score > csat_max))
    or (closed_by is null and ended_at is not null)
    or (closed_by is not null and ended_at is null)
    or closed_by in (select closed_by from closers where is_nobody)
)
select
  faulty.source_ordinal as source_ordinal,
  faulty.chat_id as chat_id,
  faulty.started_at as started_at,
  faulty.ended_at as ended_at,
  faulty.ended_at_text as ended_at_text,
  faulty.assigned_at as assigned_at,
  faulty.assigned_at_text as assigned_at_text,
  faulty.bot_first_response_seconds_text as bot_first_response_seconds_text,
  faulty.agent_first_response_seconds_text as agent_first_response_seconds_text,
  faulty.csat_score as csat_score,
  faulty.csat_score_text as csat_score_text,
  case when not rated.is_open then faulty.closed_by end as closed_by,
  rated.rating as rating
from (select source_ordinal as rated_ordinal, rating, is_open from chats) as rated
join faulty on faulty.source_ordinal = rated.rated_ordinal
