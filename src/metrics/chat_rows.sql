-- Every chat of the report with all that is derived from it, times as wall time: the rows behind the metric tables; and what
-- they are put in order by.
select
  chats.source_ordinal as source_ordinal,
  chats.started_at as started_at_utc,
  kept_chats.chat_id,
  chats.user_id as user_id,
  plus_seconds(chats.started_at, started_zone.offset_seconds) as started_at,
  plus_seconds(chats.assigned_at, assigned_zone.offset_seconds) as assigned_at,
  plus_seconds(chats.ended_at, ended_zone.offset_seconds) as ended_at,
  chats.period_start as period_start,
  periods.period_label,
  chats.weekday,
  case when report_options.has_time_of_day then half_hours.half_hour end as half_hour,
  chats.is_business_hours,
  case when chats.is_closed_by_bot then 'bot' when chats.is_open then 'open' else 'agent' end as closer,
  closers.shown as closed_by,
  case when chats.is_closed_by_agent then closers.shown end as agent,
  reasons.shown as closing_reason,
  chats.wait_seconds,
  chats.first_response_seconds,
  chats.wait_seconds + chats.first_response_seconds as customer_wait_seconds,
  chats.handle_seconds,
  chats.resolution_seconds,
  chats.rating as csat_score,
  case when chats.is_closed_by_bot then 1 else 0 end as is_closed_by_bot,
  case
    when not report_options.has_closing_reason or not report_options.has_assigned_at then null
    when chats.is_resolved_by_bot then 1
    else 0
  end as is_resolved_by_bot,
  case
    when chats.first_response_seconds <= report_options.response_target_seconds then 1
    when chats.first_response_seconds is not null then 0
  end as is_within_target,
  case
    when not report_options.has_csat_score then null
    when chats.rating is not null then 1
    else 0
  end as is_rated,
  case
    when chats.rating >= report_options.csat_satisfied then 1
    when chats.rating is not null then 0
  end as is_satisfied
from chats_in_hours as chats
join kept_chats on kept_chats.source_ordinal = chats.source_ordinal
join closers on closers.closed_by = coalesce(kept_chats.closed_by, '')
join reasons on reasons.closing_reason = coalesce(kept_chats.closing_reason, '')
join periods on periods.period_start = chats.period_start
join half_hours on half_hours.half_hour_ordinal = chats.half_hour_ordinal
cross join report_options
left join zone_days as started_zone
  on started_zone.utc_day = cast(date_trunc('day', chats.started_at) as date)
  and chats.started_at >= started_zone.from_at
  and chats.started_at < started_zone.to_at
left join zone_days as assigned_zone
  on assigned_zone.utc_day = cast(date_trunc('day', chats.assigned_at) as date)
  and chats.assigned_at >= assigned_zone.from_at
  and chats.assigned_at < assigned_zone.to_at
left join zone_days as ended_zone
  on ended_zone.utc_day = cast(date_trunc('day', chats.ended_at) as date)
  and chats.ended_at >= ended_zone.from_at
  and chats.ended_at < ended_zone.to_at
