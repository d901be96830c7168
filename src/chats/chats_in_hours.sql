-- The chats of the report, and whether each starts in business hours: apart from them, for hours change while chats stay.
with days as (
  select day, is_holiday, is_day_after_holiday from calendar_days
)
select
  chats.*,
  case
    when report_options.has_time_of_day
    then cast(
      (business_minutes.is_open and not days.is_holiday)
        or (business_minutes.is_open_since_yesterday and not days.is_day_after_holiday)
      as boolean
    )
  end as is_business_hours
from chats
join days on days.day = chats.started_on
join business_minutes on business_minutes.weekday_minute = chats.weekday * 1440 + chats.started_minute
cross join report_options
