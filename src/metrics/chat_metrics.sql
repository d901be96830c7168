-- Chats overall and per period (metrics.md, section 5); periods without chats have a row too. A user whose digest no other
-- chat has is one chat: only the others are counted by their ids, over all and per period.
with counted as (
  select
    period_start,
    count(*) as incoming_chats,
    count(user_id) as chats_of_users,
    count(*) filter (where is_closed_by_bot) as closed_by_bot,
    count(*) filter (where is_closed_by_agent) as closed_by_agents,
    count(*) filter (where is_open) as open_chats,
    count(*) filter (where is_resolved_by_bot) as resolved_by_bot,
    count(*) filter (where is_closed_by_bot and rating is not null) as rated_bot,
    count(*) filter (where is_closed_by_bot and rating >= report_options.csat_satisfied) as satisfied_bot
  from chats
  cross join report_options
  group by rollup (period_start)
),
repeated_users as (
  select period_start, user_id, count(*) as chats
  from chats
  where user_id is not null and key_digest(user_id) in (
    select key_digest(user_id)
    from chats
    where user_id is not null
    group by key_digest(user_id)
    having count(*) > 1
  )
  group by grouping sets ((period_start, user_id), (user_id))
),
users as (
  select
    period_start,
    sum(chats) as chats,
    count(*) as unique_users,
    count(*) filter (where chats > 1) as returning_users
  from repeated_users
  group by period_start
),
rows_wanted as (
  select period_start, period_end, period_label, is_partial from periods
  union all
  select null, null, 'Overall', null
)
select
  rows_wanted.period_start as period_start,
  rows_wanted.period_end,
  rows_wanted.period_label,
  rows_wanted.is_partial as is_partial,
  coalesce(counted.incoming_chats, 0) as incoming_chats,
  case
    when report_options.has_user_id
    then coalesce(counted.chats_of_users, 0) - coalesce(users.chats, 0) + coalesce(users.unique_users, 0)
  end as unique_users,
  coalesce(counted.closed_by_bot, 0) as closed_by_bot,
  counted.closed_by_bot / nullif(counted.incoming_chats, 0) as bot_deflection_rate,
  coalesce(counted.closed_by_agents, 0) as closed_by_agents,
  coalesce(counted.open_chats, 0) as open_chats,
  case
    when report_options.has_closing_reason and report_options.has_assigned_at
    then counted.resolved_by_bot / nullif(counted.incoming_chats, 0)
  end as bot_resolution_rate,
  case
    when not rows_wanted.is_partial and not lag(rows_wanted.is_partial) over (order by rows_wanted.period_start nulls first)
    then
      (coalesce(counted.incoming_chats, 0)
        - lag(coalesce(counted.incoming_chats, 0)) over (order by rows_wanted.period_start nulls first))
      / nullif(lag(coalesce(counted.incoming_chats, 0)) over (order by rows_wanted.period_start nulls first), 0)
  end as incoming_change_rate,
  case when report_options.has_user_id then coalesce(users.returning_users, 0) end as returning_users,
  counted.satisfied_bot / nullif(counted.rated_bot, 0) as csat_satisfied_rate_bot,
  case when report_options.has_csat_score then coalesce(counted.rated_bot, 0) end as csat_rated_chats_bot
from rows_wanted
cross join report_options
left join counted on counted.period_start is not distinct from rows_wanted.period_start
left join users on users.period_start is not distinct from rows_wanted.period_start
order by rows_wanted.period_start nulls first
