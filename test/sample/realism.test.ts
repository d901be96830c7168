import { describe, expect, it } from 'vitest';
import { AGENT_NAMES } from '../../src/sample/names.js';
import { byAgent, count, groupBy, isBot, median, rows } from './read-sample.js';
import type { Row } from './read-sample.js';

const SHIFT_GAP = 10 * 3_600;
const all = rows({ chats: 20_000, seed: 42 });
const agentChats = all.filter(byAgent);
const botChats = all.filter(isBot);

function hourOf(row: Row): number {
  return Math.floor((row.start % 86_400) / 3_600);
}

function ratingsOf(chats: Row[]): number[] {
  return chats.map((row) => row.score).filter((score) => score > 0);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function chatsByAgent(): Row[][] {
  const agents = groupBy(agentChats, (row) => row.closer.toLowerCase());
  return [...agents.values()].map((chats) => chats.toSorted((left, right) => begin(left) - begin(right)));
}

function begin(row: Row): number {
  return row.assigned ?? row.start;
}

describe('how chats are closed', () => {
  it('is by automation for about 60 %, by agents for about 40 %', () => {
    expect(botChats.length / all.length).toBeGreaterThan(0.55);
    expect(botChats.length / all.length).toBeLessThan(0.65);
  });

  it('leaves a few chats open, all of them near the end', () => {
    const open = all.filter((row) => row.closer === '-');
    expect(open.length).toBeGreaterThan(5);
    expect(open.length).toBeLessThan(60);
    const lastStart = Math.max(...all.map((row) => row.start));
    expect(Math.min(...open.map((row) => row.start))).toBeGreaterThan(lastStart - 86_400);
  });

  it('names the bot in each of its three spellings, the quoted one rarely', () => {
    const names = count(botChats.map((row) => row.closer));
    expect([...names.keys()].toSorted()).toEqual(['Bot', 'Bot\n', 'System']);
    expect(names.get('Bot\n')).toBeLessThan(60);
  });

  it('hands some chats to an agent that automation then closes for silence', () => {
    const handedOver = botChats.filter((row) => row.assigned !== null);
    expect(handedOver.length / all.length).toBeGreaterThan(0.005);
    expect(handedOver.length / all.length).toBeLessThan(0.03);
    expect(new Set(handedOver.map((row) => row.reason))).toEqual(new Set(['Closing inactive room']));
  });
});

describe('when chats come', () => {
  it('has two humps in the day and quiet nights', () => {
    const hours = count(all.map(hourOf));
    const at = (hour: number): number => hours.get(hour) ?? 0;
    expect(at(11)).toBeGreaterThan(at(13) * 1.1);
    expect(at(15)).toBeGreaterThan(at(13) * 1.1);
    expect(at(15)).toBeGreaterThan(at(20) * 1.4);
    expect(at(3)).toBeLessThan(at(11) * 0.05);
    expect(new Set(hours.keys()).size).toBe(24);
  });

  it('is less at weekends and a little more from week to week', () => {
    const monday = Date.parse('2026-02-02T00:00:00Z') / 1_000;
    const days = count(all.map((row) => Math.floor((row.start - monday) / 86_400)));
    const on = (weekdays: number[]): number =>
      mean([...days].filter(([day]) => weekdays.includes(day % 7)).map(([, chats]) => chats));
    const inWeek = (week: number): number =>
      all.filter((row) => Math.floor((row.start - monday) / 604_800) === week).length;
    expect(days.size).toBe(28);
    expect(on([5, 6])).toBeLessThan(on([0, 1, 2, 3, 4]) * 0.75);
    expect(inWeek(3)).toBeGreaterThan(inWeek(0));
    expect(inWeek(3)).toBeLessThan(inWeek(0) * 1.3);
  });

  it('lets some chats of bots and of agents cross midnight', () => {
    const crosses = (row: Row): boolean =>
      Math.floor(row.start / 86_400) < Math.floor((row.end ?? 0) / 86_400);
    expect(botChats.filter(crosses).length).toBeGreaterThan(20);
    expect(agentChats.filter(crosses).length).toBeGreaterThan(2);
  });

  it('is a little out of order in the file, never by far', () => {
    const later = all.filter((row, index) => index > 0 && row.start < (all[index - 1]?.start ?? 0));
    expect(later.length).toBeGreaterThan(all.length * 0.2);
    const days = all.map((row) => Math.floor(row.start / 86_400));
    expect(days.every((day, index) => day >= (days[index - 1] ?? day) - 1)).toBe(true);
  });

  it('spreads a big sample over up to a year', () => {
    const span = (chats: Row[]): number =>
      Math.max(...chats.map((row) => row.start)) - (chats[0]?.start ?? 0);
    expect(span(all) / 86_400).toBeLessThan(28);
    const big = rows({ chats: 120_000, seed: 1 });
    const first = big.reduce((least, row) => Math.min(least, row.start), Infinity);
    const last = big.reduce((most, row) => Math.max(most, row.start), 0);
    expect(Math.ceil((last - first) / 86_400)).toBe(56);
  });

  it('has customers who return, most of them once', () => {
    const visits = count(count(all.map((row) => row.user)).values());
    expect((visits.get(2) ?? 0) / all.length).toBeGreaterThan(0.04);
    expect(visits.get(3) ?? 0).toBeLessThan((visits.get(2) ?? 0) / 4);
  });
});

describe('the agents', () => {
  it('are one for about 120 chats a month, at least three, at most 400', () => {
    const team = (chats: number): number =>
      new Set(
        rows({ chats, seed: 9 })
          .filter(byAgent)
          .map((row) => row.closer.toLowerCase()),
      ).size;
    expect(team(2_000)).toBe(17);
    expect(team(200)).toBe(3);
    expect(team(90_000)).toBe(400);
  });

  it('work inside shifts of at most nine hours, with days off', () => {
    for (const chats of chatsByAgent()) {
      let opened = -Infinity;
      let shifts = 0;
      let busyUntil = -Infinity;
      for (const row of chats) {
        if (begin(row) - busyUntil > SHIFT_GAP) {
          opened = begin(row);
          shifts += 1;
        }
        busyUntil = Math.max(busyUntil, row.end ?? 0);
        expect(busyUntil - opened).toBeLessThanOrEqual(9 * 3_600);
      }
      expect(shifts).toBeLessThanOrEqual(21);
    }
  });

  it('are there early, late and at night', () => {
    const hours = count(agentChats.map(hourOf));
    for (const hour of [2, 7, 12, 20, 23]) expect(hours.get(hour) ?? 0).toBeGreaterThan(0);
  });

  it('have overlapping chats, 1.0 to 1.6 at a time', () => {
    const concurrency = chatsByAgent().map((chats) => {
      let merged = 0;
      let until = -Infinity;
      let added = 0;
      for (const row of chats) {
        const end = row.end ?? 0;
        added += end - begin(row);
        merged += Math.max(0, end - Math.max(begin(row), until));
        until = Math.max(until, end);
      }
      return added / merged;
    });
    expect(mean(concurrency)).toBeGreaterThan(1.03);
    expect(mean(concurrency)).toBeLessThan(1.3);
    expect(Math.max(...concurrency)).toBeLessThan(1.6);
  });

  it('have names of many scripts, now and then in another case', () => {
    const spellings = groupBy(new Set(agentChats.map((row) => row.closer)), (name) => name.toLowerCase());
    expect([...spellings.values()].some((names) => names.length > 1)).toBe(true);
    expect([...spellings.keys()].filter((name) => /[^\p{ASCII}]/u.test(name)).length).toBeGreaterThan(10);
    for (const name of ['Zoë', 'José', 'Łukasz', '美咲']) expect(AGENT_NAMES).toContain(name);
  });

  it('have names that are distinct in NFC and lower case, and keep their letters in any case', () => {
    expect(new Set(AGENT_NAMES.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(
      AGENT_NAMES.length,
    );
    expect(AGENT_NAMES.length).toBeGreaterThanOrEqual(400);
    for (const name of AGENT_NAMES) {
      expect(name).toBe(name.normalize('NFC'));
      expect(name.toUpperCase().toLowerCase()).toBe(name.toLowerCase());
      expect(name).not.toMatch(/[",\s]/);
    }
  });
});

describe('times and ratings', () => {
  it('have a resolution of about 14 minutes with a long tail', () => {
    const resolution = agentChats.map((row) => (row.end ?? 0) - row.start);
    expect(median(resolution)).toBeGreaterThan(12 * 60);
    expect(median(resolution)).toBeLessThan(16 * 60);
    expect(Math.max(...resolution)).toBeGreaterThan(median(resolution) * 5);
  });

  it('have first responses with a long tail', () => {
    const responses = agentChats.map((row) => row.agent ?? 0);
    expect(median(responses)).toBeGreaterThan(5);
    expect(median(responses)).toBeLessThan(15);
    expect(Math.max(...responses)).toBeGreaterThan(200);
  });

  it('are rated by about 40 % of the customers of agents, mostly with a 5', () => {
    const ratings = ratingsOf(agentChats);
    expect(ratings.length / agentChats.length).toBeGreaterThan(0.36);
    expect(ratings.length / agentChats.length).toBeLessThan(0.44);
    expect((count(ratings).get(5) ?? 0) / ratings.length).toBeGreaterThan(0.4);
    expect(mean(ratings)).toBeGreaterThan(mean(ratingsOf(botChats)) + 1);
  });

  it('are rated lower outside 10:00 to 17:00, and some agents higher than others', () => {
    const isInside = (row: Row): boolean => hourOf(row) >= 10 && hourOf(row) < 17;
    const inside = mean(ratingsOf(agentChats.filter(isInside)));
    const outside = mean(ratingsOf(agentChats.filter((row) => !isInside(row))));
    expect(outside).toBeLessThan(inside - 0.03);
    expect(outside).toBeGreaterThan(inside - 0.4);
    const averages = chatsByAgent()
      .filter((chats) => chats.length > 60)
      .map((chats) => mean(ratingsOf(chats)));
    expect(Math.max(...averages) - Math.min(...averages)).toBeGreaterThan(0.8);
  });
});
