-- Every pair of spellings of a closer and a closing reason in the range: how many chats, and when the first and the last start.
select
  closed_by,
  closing_reason,
  count(*) as chats,
  min(started_at_local) as first_at,
  max(started_at_local) as last_at
from ranged_chats
group by closed_by, closing_reason
