-- For each minute of each weekday: is it inside business hours that opened on that day, or on the day before?
with minutes as (
  select cast(generate_series as integer) as weekday_minute from generate_series(1440, 11519)
)
select minutes.weekday_minute, business_spans.is_open, business_spans.is_open_since_yesterday
from minutes
join business_spans
  on business_spans.weekday = cast(floor(minutes.weekday_minute / 1440) as integer)
  and minutes.weekday_minute % 1440 >= business_spans.from_minute
  and minutes.weekday_minute % 1440 < business_spans.to_minute
