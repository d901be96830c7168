-- One row per chat, before the range: faulty ends and times of assignment are gone (that it was assigned stays known), the
-- start is also in the report's wall time.
with readable as (
  select
    source_ordinal,
    chat_id,
    user_id,
    closed_by,
    closing_reason,
    started_at,
    case when ended_at >= started_at then ended_at end as ended_at,
    case
      when assigned_at < started_at then null
      when ended_at >= started_at and assigned_at > ended_at then null
      else assigned_at
    end as assigned_at,
    raw_chats.assigned_at is not null or assigned_at_text is not null as was_assigned,
    agent_first_response_seconds,
    csat_score,
    csat_score_text
  from raw_chats
  where
    is_chat
    and chat_id is not null
    and started_at is not null
    and source_ordinal not in (select source_ordinal from duplicate_rows)
)
select
  readable.*,
  plus_seconds(readable.started_at, zone_days.offset_seconds) as started_at_local
from readable
join zone_days
  on zone_days.utc_day = cast(date_trunc('day', readable.started_at) as date)
  and readable.started_at >= zone_days.from_at
  and readable.started_at < zone_days.to_at
