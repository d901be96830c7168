-- Rows left out because another row of the same chat counts: the one with the latest valid end, then the last one read
-- (of the parts of a chat: the last one). `other` says why a row may be of another chat after all. `{words}` in braces are
-- put in by report/duplicates.ts.
-- Digests are compared first, which is cheap; chats whose ids only share a digest are not duplicates, and stay.
with repeated as (
  select key_digest(chat_id) as chat_digest
  from raw_chats
  where is_chat and chat_id is not null and started_at is not null
  group by key_digest(chat_id)
  having count(*) > 1
),
ranked as (
  select
    raw_chats.*,
    row_number() over (
      partition by raw_chats.chat_id{of_file}
      order by
        {latest},
        raw_chats.source_ordinal desc
    ) as place
  from raw_chats
  join repeated on repeated.chat_digest = key_digest(raw_chats.chat_id)
  where raw_chats.is_chat and raw_chats.chat_id is not null and raw_chats.started_at is not null
)
select
  dropped.source_ordinal,
  kept.source_ordinal as kept_ordinal,
  dropped.source_file <> kept.source_file as is_in_other_file,
  case
    when lower(dropped.user_id) <> lower(kept.user_id) then 'user'
    when abs(date_diff('second', dropped.started_at, kept.started_at)) >= 3600 then 'start'
    when dropped.started_at <> kept.started_at then 'leg'
  end as other,
  dropped.user_id is not distinct from kept.user_id
    and dropped.closed_by is not distinct from kept.closed_by
    and dropped.closing_reason is not distinct from kept.closing_reason
    and dropped.started_at is not distinct from kept.started_at
    and dropped.ended_at is not distinct from kept.ended_at
    and dropped.ended_at_text is not distinct from kept.ended_at_text
    and dropped.assigned_at is not distinct from kept.assigned_at
    and dropped.assigned_at_text is not distinct from kept.assigned_at_text
    and dropped.bot_first_response_seconds is not distinct from kept.bot_first_response_seconds
    and dropped.bot_first_response_seconds_text is not distinct from kept.bot_first_response_seconds_text
    and dropped.agent_first_response_seconds is not distinct from kept.agent_first_response_seconds
    and dropped.agent_first_response_seconds_text is not distinct from kept.agent_first_response_seconds_text
    and dropped.csat_score is not distinct from kept.csat_score
    and dropped.csat_score_text is not distinct from kept.csat_score_text
    as is_equal
from ranked as dropped
join ranked as kept on kept.chat_id = dropped.chat_id
where kept.place = 1 and dropped.place > 1{same_file}
