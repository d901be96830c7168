-- When agents' chats begin and end in the days that averages are over, in seconds of wall time since 1970. A chat is one
-- interval from assignment to end; what a moment t adds to its own slot is its seconds into it, and 1800 to every slot before.
with pieces as (
  select
    greatest(
      plus_seconds(greatest(chats.work_started_at, zone_offsets.from_at), zone_offsets.offset_seconds),
      report_range.averaged_from
    ) as piece_from,
    least(
      plus_seconds(least(chats.ended_at, zone_offsets.to_at), zone_offsets.offset_seconds),
      report_range.averaged_to
    ) as piece_to
  from chats
  join zone_offsets on chats.work_started_at < zone_offsets.to_at and chats.ended_at > zone_offsets.from_at
  cross join report_range
  where chats.is_closed_by_agent and chats.ended_at is not null
)
select date_diff('second', timestamp '1970-01-01 00:00:00', piece_to) as at_second, 1 as weight
from pieces where piece_from < piece_to
union all
select date_diff('second', timestamp '1970-01-01 00:00:00', piece_from), -1
from pieces where piece_from < piece_to
