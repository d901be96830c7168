-- Why chats were closed; a null reason is "none given".
with counted as (
  select
    reason_ordinal,
    count(*) as chats,
    count(*) filter (where is_closed_by_bot) as closed_by_bot,
    count(*) filter (where is_closed_by_agent) as closed_by_agents,
    count(*) filter (where is_open) as open_chats
  from chats
  group by reason_ordinal
),
named as (
  select reason_ordinal, closing_reason from reasons where closing_reason = shown
)
select
  named.closing_reason,
  counted.chats,
  counted.chats / nullif(total.incoming_chats, 0) as share_rate,
  counted.closed_by_bot,
  counted.closed_by_agents,
  counted.open_chats
from counted
cross join (select sum(chats) as incoming_chats from counted) as total
cross join report_options
left join named on named.reason_ordinal = counted.reason_ordinal
where report_options.has_closing_reason
order by counted.chats desc, named.closing_reason nulls last
