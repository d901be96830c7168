-- Values of the report's chats that do not count, by kind: how many, and the first three with their chats.
with warnings as (
  select 'ended_before_started' as kind, source_ordinal, chat_id, cast(null as varchar) as value, ended_at as moment
  from faulty_rows where ended_at < started_at
  union all
  select 'assigned_outside_chat', source_ordinal, chat_id, null, assigned_at
  from faulty_rows where assigned_at < started_at or (ended_at >= started_at and assigned_at > ended_at)
  union all
  select 'unreadable_ended_at', source_ordinal, chat_id, ended_at_text, null from faulty_rows where ended_at_text is not null
  union all
  select 'unreadable_assigned_at', source_ordinal, chat_id, assigned_at_text, null
  from faulty_rows where assigned_at_text is not null
  union all
  select
    case when left(bot_first_response_seconds_text, 1) = '-' then 'negative_duration' else 'unreadable_duration' end,
    source_ordinal, chat_id, bot_first_response_seconds_text, null
  from faulty_rows where bot_first_response_seconds_text is not null
  union all
  select
    case when left(agent_first_response_seconds_text, 1) = '-' then 'negative_duration' else 'unreadable_duration' end,
    source_ordinal, chat_id, agent_first_response_seconds_text, null
  from faulty_rows where agent_first_response_seconds_text is not null
  union all
  select 'unreadable_rating', source_ordinal, chat_id, csat_score_text, null
  from faulty_rows where csat_score_text is not null and rating is null
  union all
  select 'rating_out_of_scale', source_ordinal, chat_id, cast(csat_score as varchar), null
  from faulty_rows where csat_score is not null and csat_score <> 0 and rating is null
  union all
  select 'open_with_ended_at', source_ordinal, chat_id, null, ended_at
  from faulty_rows where closed_by is null and ended_at >= started_at
  union all
  select 'closed_without_ended_at', source_ordinal, chat_id, closed_by, null
  from faulty_rows cross join report_options
  where closed_by is not null and ended_at is null and ended_at_text is null and report_options.has_ended_at
),
ranked as (
  select
    warnings.*,
    count(*) over (partition by kind) as rows_of_kind,
    row_number() over (partition by kind order by source_ordinal, value, moment) as place
  from warnings
)
select
  ranked.kind,
  ranked.source_ordinal,
  ranked.chat_id,
  coalesce(ranked.value, cast(plus_seconds(ranked.moment, zone_days.offset_seconds) as varchar)) as value,
  ranked.rows_of_kind
from ranked
left join zone_days
  on zone_days.utc_day = cast(date_trunc('day', ranked.moment) as date)
  and ranked.moment >= zone_days.from_at
  and ranked.moment < zone_days.to_at
where ranked.place <= 3
order by ranked.kind, ranked.place
