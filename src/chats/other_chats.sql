-- Of rows that were left out beside another row of their id, and may be of another chat: how many by what speaks for it, how
-- many stand in another file, and the first three of each with the row that counts.
with ranked as (
  select
    other,
    source_ordinal,
    kept_ordinal,
    count(*) over (partition by other) as rows_of_kind,
    sum(case when is_in_other_file then 1 else 0 end) over (partition by other) as rows_in_other_files,
    row_number() over (partition by other order by source_ordinal) as place
  from duplicate_rows
  where other is not null
),
examples as (
  select * from ranked where place <= 3
)
select
  examples.other,
  examples.rows_of_kind,
  examples.rows_in_other_files,
  examples.source_ordinal,
  examples.kept_ordinal,
  dropped.chat_id,
  dropped.user_id as user_id,
  kept.user_id as kept_user_id,
  plus_seconds(dropped.started_at, dropped_zone.offset_seconds) as started_at,
  plus_seconds(kept.started_at, kept_zone.offset_seconds) as kept_started_at
from examples
join raw_chats as dropped on dropped.source_ordinal = examples.source_ordinal
join raw_chats as kept on kept.source_ordinal = examples.kept_ordinal
join zone_days as dropped_zone
  on dropped_zone.utc_day = cast(date_trunc('day', dropped.started_at) as date)
  and dropped.started_at >= dropped_zone.from_at
  and dropped.started_at < dropped_zone.to_at
join zone_days as kept_zone
  on kept_zone.utc_day = cast(date_trunc('day', kept.started_at) as date)
  and kept.started_at >= kept_zone.from_at
  and kept.started_at < kept_zone.to_at
order by examples.other, examples.place
