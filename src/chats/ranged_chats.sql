-- The chats that start in the range of the report.
select kept_chats.*
from kept_chats
cross join report_range
where
  kept_chats.started_at_local >= report_range.first_moment
  and kept_chats.started_at_local < report_range.end_moment
