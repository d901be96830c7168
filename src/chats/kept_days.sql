-- How many chats of the files start on each day, and when the first and the last of them do.
select
  cast(date_trunc('day', started_at_local) as date) as day,
  count(*) as chats,
  min(started_at_local) as first_at,
  max(started_at_local) as last_at
from kept_chats
group by cast(date_trunc('day', started_at_local) as date)
