-- Each shift of each agent (metrics.md, section 8): overlapping chats merged, gaps inside the shift added up. Chats that begin
-- together are in one shift: which of them comes first changes no sum, and the ordinal of the shift is that of all of them.
with ordered as (
  select
    agent_ordinal,
    work_started_at,
    ended_at,
    max(ended_at) over (
      partition by agent_ordinal
      order by work_started_at
      rows between unbounded preceding and 1 preceding
    ) as busy_until
  from chats
  where is_closed_by_agent and ended_at is not null
),
numbered as (
  select
    ordered.*,
    report_options.shift_gap_seconds,
    sum(
      case
        when busy_until is null then 1
        when date_diff('second', busy_until, work_started_at) > report_options.shift_gap_seconds then 1
        else 0
      end
    ) over (
      partition by agent_ordinal
      order by work_started_at
      range between unbounded preceding and current row
    ) as shift_ordinal
  from ordered
  cross join report_options
),
stepped as (
  select
    numbered.*,
    date_diff('second', work_started_at, ended_at) as chat_seconds,
    date_diff('second', busy_until, work_started_at) as gap_seconds,
    case
      when busy_until is null or busy_until <= work_started_at then date_diff('second', work_started_at, ended_at)
      when ended_at > busy_until then date_diff('second', busy_until, ended_at)
      else 0
    end as added_seconds
  from numbered
),
shifts as (
  select
    agent_ordinal,
    shift_ordinal,
    count(*) as chats,
    sum(added_seconds) as active_seconds,
    sum(case when gap_seconds > 0 and gap_seconds <= shift_gap_seconds then gap_seconds else 0 end) as free_seconds,
    sum(chat_seconds) as cumulative_seconds,
    min(work_started_at) as first_chat_at,
    max(ended_at) as last_chat_at
  from stepped
  group by agent_ordinal, shift_ordinal
)
select
  agents.agent,
  shifts.shift_ordinal,
  shifts.chats,
  shifts.active_seconds,
  shifts.free_seconds,
  shifts.cumulative_seconds,
  plus_seconds(shifts.first_chat_at, first_zone.offset_seconds) as first_chat_at,
  plus_seconds(shifts.last_chat_at, last_zone.offset_seconds) as last_chat_at,
  cast(date_trunc('day', plus_seconds(shifts.first_chat_at, first_zone.offset_seconds)) as date) as shift_date
from shifts
join agents on agents.agent_ordinal = shifts.agent_ordinal
join zone_days as first_zone
  on first_zone.utc_day = cast(date_trunc('day', shifts.first_chat_at) as date)
  and shifts.first_chat_at >= first_zone.from_at
  and shifts.first_chat_at < first_zone.to_at
join zone_days as last_zone
  on last_zone.utc_day = cast(date_trunc('day', shifts.last_chat_at) as date)
  and shifts.last_chat_at >= last_zone.from_at
  and shifts.last_chat_at < last_zone.to_at
