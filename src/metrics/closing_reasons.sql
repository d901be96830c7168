-- Why chats were closed; a null reason is "none given".
select
  chats.closing_reason,
  count(*) as chats,
  count(*) / nullif(max(total.incoming_chats), 0) as share_rate,
  count(*) filter (where chats.closer = 'bot') as closed_by_bot,
  count(*) filter (where chats.closer = 'agent') as closed_by_agents,
  count(*) filter (where chats.closer = 'open') as open_chats
from chats
cross join (select count(*) as incoming_chats from chats) as total
cross join report_options
where report_options.has_closing_reason
group by chats.closing_reason
order by chats desc, chats.closing_reason nulls last
