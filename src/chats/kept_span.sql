-- How many chats the files have, and when the first and the last of them start.
select count(*) as chats, min(started_at_local) as first_at, max(started_at_local) as last_at from kept_chats
