import type { Report } from '../../report/report.js';
import { dispersionOf } from '../../statistics/proportions.js';
import { together, type Share } from '../../statistics/share.js';
import { studentPValue } from '../../statistics/student.js';
import { sum } from '../../statistics/sum.js';
import { meanOf } from '../../statistics/xmr.js';
import { byWeekday, shareIn, weekdayName, wholeDays, type WholeDay } from './days.js';
import { leastChange, type Family, type Finding, type Tested } from './finding.js';
import { testOfShares, toldOfShares } from './shares.js';
import { changeInPercent, countInWords, shareInWords } from './words.js';

/** One day is no weekday: so many of it must be in the report, and so many others. */
const fewestDays = 2;

/** Each weekday beside the other days: the share that agents close, their CSAT, and how many chats come in. */
export function weekdayTests(report: Report): Family {
  const groups = byWeekday(wholeDays(report));
  if (groups.length < 2) return [];
  return groups.flatMap(([weekday, own]) => {
    const others = groups.filter(([other]) => other !== weekday).flatMap(([, days]) => days);
    if (own.length < fewestDays || others.length < fewestDays) return [];
    const sides = { weekday, own, others };
    return [
      ...shareTest(sides, closedByAgents(report)),
      ...shareTest(sides, satisfied),
      ...volumeTest(groups, sides),
    ];
  });
}

type Groups = [number, WholeDay[]][];

interface Sides {
  weekday: number;
  own: WholeDay[];
  others: WholeDay[];
}

interface ShareOfDays {
  of: (day: WholeDay) => Share;
  chats: (days: readonly WholeDay[]) => number;
  tell: (
    sides: Sides,
    shares: { one: Share; other: Share; difference: string },
  ) => Pick<Finding, 'title' | 'text' | 'table' | 'picture'>;
}

const closedByAgents = (report: Report): ShareOfDays => ({
  of: ({ inside }) => shareIn(inside, 'closed_by_agents', 'chats'),
  chats: (days) => days.reduce((sum, { inside }) => sum + inside.chats, 0),
  tell: ({ weekday, own, others }, { one, other, difference }) => {
    const when = report.days.some((day) => day.is_business_hours === false)
      ? ' that start in business hours'
      : '';
    const agents = (days: WholeDay[]) => countInWords(meanOf(days.map((day) => day.agents)));
    return {
      title: `Agents on ${weekdayName(weekday)}s`,
      text: `On ${weekdayName(weekday)}s agents close ${shareInWords(one)} of the chats${when}, on the other days ${shareInWords(other)}: ${difference}. ${agents(own)} agents are at work on a ${weekdayName(weekday)}, ${agents(others)} on another day.`,
      table: 'weekday_half_hourly_chats',
      picture: 'weekChats',
    };
  },
});

const satisfied: ShareOfDays = {
  of: ({ all }) => shareIn(all, 'satisfied_chats', 'rated_chats'),
  chats: (days) => days.reduce((sum, { all }) => sum + all.closed_by_agents, 0),
  tell: ({ weekday }, { one, other, difference }) => ({
    title: `CSAT on ${weekdayName(weekday)}s`,
    text: `On ${weekdayName(weekday)}s ${shareInWords(one)} of the ratings of agents are satisfied, on the other days ${shareInWords(other)}: ${difference}.`,
    table: 'agent_metrics',
    picture: null,
  }),
};

function shareTest(sides: Sides, { of, chats, tell }: ShareOfDays): Tested[] {
  const one = sides.own.map(of).reduce(together);
  const other = sides.others.map(of).reduce(together);
  const all = together(one, other);
  if (one.cases === 0 || other.cases === 0 || all.successes === 0 || all.successes === all.cases) return [];
  const dispersion = dispersionOf([sides.own.map(of), sides.others.map(of)]);
  const tellShare = (): Finding => {
    const { n, interval, figures, difference } = toldOfShares(one, other);
    return {
      id: 'weekdays',
      n,
      interval,
      figures: {
        weekday: sides.weekday,
        ...figures,
        agents: meanOf(sides.own.map(({ agents }) => agents)),
        other_agents: meanOf(sides.others.map(({ agents }) => agents)),
      },
      ...tell(sides, { one, other, difference }),
    };
  };
  return [{ ...testOfShares(one, other, chats(sides.own), dispersion), tell: tellShare }];
}

/** Chats of a day, with days as what is counted: the spread of days of one weekday, but never less than chance. */
function volumeTest(groups: Groups, { weekday, own, others }: Sides): Tested[] {
  const chatsOf = (days: readonly WholeDay[]) => days.map(({ all }) => all.chats);
  const [mean, other] = [meanOf(chatsOf(own)), meanOf(chatsOf(others))];
  const df = own.length + others.length - groups.length;
  if (df < 3 || mean === 0 || other === 0) return [];
  const squares = groups.flatMap(([, days]) => {
    const middle = meanOf(chatsOf(days));
    return chatsOf(days).map((chats) => (middle > 0 ? (chats - middle) ** 2 / middle : 0));
  });
  const dispersion = Math.max(1, sum(squares) / df);
  const error = Math.sqrt(dispersion * (mean / own.length + other / others.length));
  const change = mean / other - 1;
  return [
    {
      p: studentPValue((mean - other) / error, df),
      isLarge: Math.abs(change) >= leastChange,
      weight: mean * own.length * Math.min(1, Math.abs(change)),
      tell: () => ({
        id: 'weekdays',
        title: `Chats on ${weekdayName(weekday)}s`,
        text: `On ${weekdayName(weekday)}s ${countInWords(mean)} chats start (${countInWords(own.length)} days), on another day ${countInWords(other)} (${countInWords(others.length)} days): ${changeInPercent(change)}.`,
        n: own.length,
        interval: null,
        figures: { weekday, chats_per_day: mean, other_chats_per_day: other, difference: change },
        table: 'weekday_half_hourly_chats',
        picture: 'weekChats',
      }),
    },
  ];
}
