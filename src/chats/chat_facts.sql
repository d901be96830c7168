-- One row per chat of the report, as narrow as it can be: there may be a hundred million. Who closed it and why are ordinals
-- of `closers` and `reasons`; what follows from these columns alone is in the view `chats`.
with timed as (
  select
    ranged_chats.*,
    cast(date_trunc('day', started_at_local) as date) as started_on,
    cast(extract(hour from started_at_local) * 60 + extract(minute from started_at_local) as smallint) as started_minute
  from ranged_chats
),
rated as (
  select
    timed.*,
    report_options.csat_min,
    report_options.csat_max,
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
  closers.is_bot as is_closed_by_bot,
  case when not closers.is_bot then closers.closer_ordinal end as agent_ordinal,
  reasons.reason_ordinal,
  closers.is_bot and not reasons.is_timeout and not rated.was_assigned as is_resolved_by_bot,
  calendar_days.period_start,
  cast(calendar_days.weekday as smallint) as weekday,
  rated.started_on,
  rated.started_minute,
  rated.started_at,
  rated.assigned_at,
  rated.ended_at,
  rated.agent_first_response_seconds as first_response_seconds,
  case
    when rated.score >= rated.csat_min and rated.score <= rated.csat_max then rated.score
  end as rating
from rated
join calendar_days on calendar_days.day = rated.started_on
join wanted_slots
  on wanted_slots.weekday = calendar_days.weekday
  and wanted_slots.half_hour_ordinal = cast(floor(rated.started_minute / 30) as integer)
join closers on closers.closed_by = coalesce(rated.closed_by, '')
join reasons on reasons.closing_reason = coalesce(rated.closing_reason, '')
where closers.is_wanted and reasons.is_wanted
