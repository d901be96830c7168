-- Seconds of agent chats inside each half hour of each day of the range, in wall time. A chat is one interval from
-- assignment to end; what a moment t adds to its own slot is its seconds into it, and 1800 to every slot before. The
-- seconds of a slot are what the ends add less what the starts add.
with pieces as (
  select
    greatest(
      plus_seconds(greatest(chats.work_started_at, zone_offsets.from_at), zone_offsets.offset_seconds),
      report_range.from_at
    ) as piece_from,
    least(
      plus_seconds(least(chats.ended_at, zone_offsets.to_at), zone_offsets.offset_seconds),
      report_range.to_at
    ) as piece_to
  from chats
  join zone_offsets on chats.work_started_at < zone_offsets.to_at and chats.ended_at > zone_offsets.from_at
  cross join report_range
  where chats.is_closed_by_agent and chats.ended_at is not null
),
moments as (
  select date_diff('second', timestamp '1970-01-01 00:00:00', piece_to) as at_second, 1 as weight
  from pieces where piece_from < piece_to
  union all
  select date_diff('second', timestamp '1970-01-01 00:00:00', piece_from), -1
  from pieces where piece_from < piece_to
),
by_slot as (
  select
    cast(floor(at_second / 1800) as bigint) as slot,
    sum(weight) as weight,
    sum(weight * (at_second % 1800)) as seconds
  from moments
  group by slot
),
slots as (
  select
    calendar_days.weekday,
    half_hours.half_hour_ordinal,
    cast(date_diff('day', date '1970-01-01', calendar_days.day) * 48 + half_hours.half_hour_ordinal as bigint) as slot
  from calendar_days
  cross join half_hours
),
all_slots as (
  select slots.weekday, slots.half_hour_ordinal, slots.slot, by_slot.weight, by_slot.seconds
  from slots
  left join by_slot on by_slot.slot = slots.slot
  union all
  select null, null, by_slot.slot, by_slot.weight, by_slot.seconds
  from by_slot
  where by_slot.slot not in (select slot from slots)
)
select
  weekday,
  half_hour_ordinal,
  slot,
  coalesce(seconds, 0) + 1800 * coalesce(
    sum(weight) over (order by slot desc rows between unbounded preceding and 1 preceding), 0
  ) as agent_seconds
from all_slots
