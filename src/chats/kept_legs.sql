-- One row per chat whose rows are its parts, before the range: first start, last end, last closer; under the ordinal of the
-- last part. A chat whose last part has neither an end nor a closer, though others have ends, is open.
with legs as (
  select
    raw_chats.*,
    row_number() over (partition by chat_id{of_file} order by started_at, source_ordinal) as leg
  from raw_chats
  where is_chat and chat_id is not null and started_at is not null
),
merged as (
  select
    max(leg) as last_leg,
    arg_max(source_ordinal, leg) as source_ordinal,
    chat_id,
    arg_max(user_id, leg) as user_id,
    arg_max(closed_by, leg) as last_closer,
    max(case when closed_by is not null or ended_at is not null then leg end) as last_done_leg,
    arg_max(closing_reason, leg) as closing_reason,
    min(started_at) as started_at,
    max(case when ended_at >= started_at then ended_at end) as ended_at,
    min(case when assigned_at >= started_at then assigned_at end) as assigned_at,
    max(case when assigned_at is not null or assigned_at_text is not null then 1 else 0 end) as assignments,
    arg_min(agent_first_response_seconds, leg) as agent_first_response_seconds,
    arg_max(csat_score, leg) as csat_score,
    arg_max(csat_score_text, leg) as csat_score_text
  from legs
  group by chat_id{of_file}
),
readable as (
  select
    source_ordinal,
    chat_id,
    user_id,
    case when last_done_leg = last_leg or ended_at is null then last_closer end as closed_by,
    case when last_done_leg = last_leg or ended_at is null then closing_reason end as closing_reason,
    started_at,
    case when last_done_leg = last_leg then ended_at end as ended_at,
    assigned_at,
    assignments > 0 as was_assigned,
    agent_first_response_seconds,
    csat_score,
    csat_score_text
  from merged
)
select
  readable.*,
  plus_seconds(readable.started_at, zone_days.offset_seconds) as started_at_local
from readable
join zone_days
  on zone_days.utc_day = cast(date_trunc('day', readable.started_at) as date)
  and readable.started_at >= zone_days.from_at
  and readable.started_at < zone_days.to_at
