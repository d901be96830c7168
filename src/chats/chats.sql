-- The relation every metric reads: one row per chat of the report, with all that is derived from one chat alone.
with timed as (
  select
    ranged_chats.*,
    cast(date_trunc('day', started_at_local) as date) as started_on,
    cast(extract(hour from started_at_local) * 60 + extract(minute from started_at_local) as integer) as started_minute
  from ranged_chats
),
rated as (
  select
    timed.*,
    coalesce(
      timed.csat_score,
      case
        when report_options.csat_min = 0 and report_options.csat_max = 1
        then case lower(timed.csat_score_text) when 'good' then 1 when 'bad' then 0 end
      end
    ) as score
  from timed
  cross join report_options
)
select
  rated.source_ordinal,
  rated.user_id,
  case when closers.shown is null then 'open' when closers.is_bot then 'bot' else 'agent' end as closer,
  case when not closers.is_bot then closers.shown end as agent,
  reasons.shown as closing_reason,
  reasons.is_timeout,
  calendar_days.period_start,
  calendar_days.weekday as weekday,
  cast(floor(rated.started_minute / 30) as integer) as half_hour_ordinal,
  rated.started_on,
  rated.started_minute,
  rated.started_at,
  rated.assigned_at,
  rated.ended_at,
  coalesce(rated.assigned_at, rated.started_at) as work_started_at,
  rated.agent_first_response_seconds as first_response_seconds,
  date_diff('second', rated.started_at, rated.ended_at) as resolution_seconds,
  date_diff('second', rated.assigned_at, rated.ended_at) as handle_seconds,
  date_diff('second', rated.started_at, rated.assigned_at) as wait_seconds,
  case
    when rated.score >= report_options.csat_min and rated.score <= report_options.csat_max then rated.score
  end as rating
from rated
cross join report_options
join calendar_days on calendar_days.day = rated.started_on
join wanted_slots
  on wanted_slots.weekday = calendar_days.weekday
  and wanted_slots.half_hour_ordinal = cast(floor(rated.started_minute / 30) as integer)
join closers on closers.closed_by = coalesce(rated.closed_by, '')
join reasons on reasons.closing_reason = coalesce(rated.closing_reason, '')
where closers.is_wanted and reasons.is_wanted
