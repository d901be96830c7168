-- Each agent and day on which a shift began.
select *
from activity_measures
where shift_date is not null
order by shift_date, agent
