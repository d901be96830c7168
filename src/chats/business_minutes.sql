-- For each minute of each weekday: is it inside business hours that opened on that day, or on the day before?
with minutes as (
  select cast(generate_series as integer) as minute from generate_series(0, 1439)
),
weekdays as (
  select cast(generate_series as integer) as weekday from generate_series(1, 7)
)
select
  cast(weekdays.weekday * 1440 + minutes.minute as integer) as weekday_minute,
  max(case when own.weekday is not null then 1 else 0 end) = 1 as is_open,
  max(case when previous.weekday is not null then 1 else 0 end) = 1 as is_open_since_yesterday
from weekdays
cross join minutes
left join business_ranges as own
  on own.weekday = weekdays.weekday
  and minutes.minute * 60 >= own.from_second
  and minutes.minute * 60 < own.to_second
left join business_ranges as previous
  on previous.weekday = (weekdays.weekday + 5) % 7 + 1
  and (minutes.minute + 1440) * 60 >= previous.from_second
  and (minutes.minute + 1440) * 60 < previous.to_second
group by weekdays.weekday, minutes.minute
