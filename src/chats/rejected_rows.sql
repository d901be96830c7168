-- Rows that are sound CSV and still cannot be a chat, with the reason.
select
  source_ordinal,
  case
    when not is_chat then 'not a chat'
    when chat_id is null then 'no chat_id'
    when started_at_text is null then 'no started_at'
    else 'unreadable started_at'
  end as reason
from raw_chats
where not is_chat or chat_id is null or started_at is null
