-- Seconds of agent chats inside each half hour of each day of the range, in wall time: those of a slot are what the ends of
-- chats add less what their starts add, in the slot and in all before it.
with by_slot as (
  select
    cast(floor(at_second / 1800) as bigint) as slot,
    sum(weight) as weight,
    sum(weight * (at_second % 1800)) as seconds
  from agent_moments
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
  select
    slots.weekday,
    slots.half_hour_ordinal,
    coalesce(slots.slot, by_slot.slot) as slot,
    by_slot.weight,
    by_slot.seconds
  from slots
  full join by_slot on by_slot.slot = slots.slot
)
select
  weekday,
  half_hour_ordinal,
  slot,
  coalesce(seconds, 0) + 1800 * coalesce(
    sum(weight) over (order by slot desc rows between unbounded preceding and 1 preceding), 0
  ) as agent_seconds
from all_slots
