import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/presentation/verdict.js';
import { generateReport, type Report, type ReportOptionsSpec, type Value } from '../../src/index.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const folder = join(import.meta.dirname, 'files');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const base = text('00_base.csv');
const reportOf = (content: string, options: ReportOptionsSpec = {}): Promise<Report> =>
  files.report(content, options);
const ofFiles = (names: readonly string[], options: ReportOptionsSpec = {}): Promise<Report> =>
  generateReport({ ...options, files: names.map((name) => join(folder, name)) });

/** The rows of the base file, each changed; the heading too, as row 0. */
function changed(change: (cells: string[], row: number) => string[], content = base): string {
  const lines = content.trimEnd().split(/\r?\n/);
  return `${lines.map((line, row) => change(line.split(','), row).join(',')).join('\n')}\n`;
}

const figure = (report: Report, table: 'chat_metrics' | 'agent_metrics', id: string): Value =>
  report.tables[table][0]?.[id] ?? null;
const counts = (report: Report): unknown[] =>
  ['incoming_chats', 'unique_users', 'closed_by_bot', 'closed_by_agents', 'open_chats'].map((id) =>
    figure(report, 'chat_metrics', id),
  );
const speeds = (report: Report): unknown[] =>
  [
    'first_response_avg_seconds',
    'resolution_avg_seconds',
    'csat_avg_business_hours',
    'csat_avg_outside_business_hours',
  ].map((id) => figure(report, 'agent_metrics', id));
const notes = ({ data_quality }: Report): string => data_quality.notes.join('\n');
const kinds = ({ data_quality }: Report): unknown[] =>
  data_quality.warnings.map(({ kind, rows }) => [kind, rows]);
const baseSpeeds = [expect.closeTo(37.905, 3), expect.closeTo(1612.905, 3), 1.5, 3.5];

describe('one id of two chats', () => {
  it('in files of two sites is a warning with users, starts and the way out, which gives all chats', async () => {
    const report = await ofFiles(['l_site_a.csv', 'l_site_b.csv']);
    expect(kinds(report)).toEqual([['id_of_another_user', 12]]);
    const [warning] = report.data_quality.warnings;
    expect(warning?.message).toContain('--id-scope file');
    expect(warning?.examples[0]).toMatchObject({
      chat_id: '1',
      value: 'u9, 2026-01-27 14:59:00, beside bu12, 2026-01-30 18:19:34 of l_site_b.csv',
    });
    const apart = await ofFiles(['l_site_a.csv', 'l_site_b.csv'], { idScope: 'file' });
    expect(counts(apart)).toEqual([24, 15, 3, 21, 0]);
    expect(speeds(apart)).toEqual(baseSpeeds);
    expect(apart.data_quality).toMatchObject({ warnings: [], rows_duplicate: 0 });
  });

  it('counts as one in one file where files count on their own', async () => {
    const twice = `${text('l_site_a.csv')}${text('l_site_a.csv').split('\n').slice(1).join('\n')}`;
    const report = await reportOf(twice, { idScope: 'file' });
    expect(report.data_quality).toMatchObject({
      rows_used: 12,
      rows_duplicate: 12,
      rows_duplicate_equal: 12,
    });
  });

  it('that start hours apart without a user is a warning too, and a new state of one chat is none', async () => {
    const rows = [
      'RoomCode,ClosedBy,ChatStartTime,ChatEndTime',
      ...Array.from(
        { length: 9 },
        (_, at) => `c${at},Asha,2026-01-0${at + 1} 10:00:00,2026-01-0${at + 1} 10:09:00`,
      ),
    ];
    const apart = await reportOf([...rows, 'c1,Asha,2026-01-09 17:00:00,2026-01-09 17:09:00', ''].join('\n'));
    expect(kinds(apart)).toEqual([['id_of_another_start', 1]]);
    expect(apart.data_quality.warnings[0]?.message).toMatch(/--rows leg.*--map chat_id=/);
    const newer = await reportOf([...rows, 'c1,Ben,2026-01-02 10:00:00,2026-01-02 11:09:00', ''].join('\n'));
    expect(kinds(newer)).toEqual([]);
  });
});

describe('a file of messages', () => {
  it('is refused, and says what it is and how to read it', async () => {
    await expect(ofFiles(['h_messages_agent.csv'])).rejects.toMatchObject({
      code: 'rows_are_messages',
      message: expect.stringContaining('C1000 has 5 rows, from 2026-01-27 14:59:00 to 2026-01-27 15:01:40'),
      hint: expect.stringMatching(/rows: "leg".*rows: "chat"/),
    });
  });

  it('is read as one chat per id when the user says so: its first start, its last agent', async () => {
    const report = await ofFiles(['h_messages_agent.csv'], { rows: 'leg' });
    expect(counts(report)).toEqual([12, 7, 3, 9, 0]);
    expect(report.source.first_chat_at).toBe('2026-01-27 14:59:00');
  });

  it('whose agent stands in the rows of the agent alone has that agent', async () => {
    const spoken = changed(
      (cells, row) =>
        row === 0 || cells[4] === 'agent' ? cells : [...cells.slice(0, 3), '', ...cells.slice(4)],
      text('h_messages_agent.csv'),
    );
    expect(counts(await reportOf(spoken, { rows: 'leg' }))).toEqual([12, 7, 3, 9, 0]);
  });
});

describe('a row per part of a chat', () => {
  const parts = [
    'Chat ID,Visitor ID,Agent,Chat Start,Chat End,First Response Time,Rating',
    'a,u1,Nora,2026-01-05 10:00:00,2026-01-05 10:10:00,30,',
    'a,u1,Ilse,2026-01-05 10:10:00,2026-01-05 10:30:00,99,5',
    'b,u2,Nora,2026-01-05 11:00:00,2026-01-05 11:05:00,20,4',
    'c,u3,Ilse,2026-01-06 09:00:00,2026-01-06 09:10:00,10,',
    'c,u3,Tobias,2026-01-06 09:20:00,2026-01-06 09:40:00,50,1',
    'd,u4,Ilse,2026-01-06 10:00:00,2026-01-06 10:05:00,40,',
    'd,u4,,2026-01-06 10:05:00,,,',
  ].join('\n');

  it('is read as one chat: first start, last end, last agent, and a last part that nobody ended is open', async () => {
    const report = await reportOf(parts);
    expect(counts(report)).toEqual([4, 4, 0, 3, 1]);
    const agents = report.tables.agent_metrics.map((row) => [
      row['agent'],
      row['resolution_avg_seconds'],
      row['first_response_avg_seconds'],
    ]);
    expect(agents.slice(1)).toEqual([
      ['Ilse', 1800, 30],
      ['Nora', 300, 20],
      ['Tobias', 2400, 10],
    ]);
    expect(notes(report)).toMatch(
      /a has 2 rows, from 2026-01-05 10:00:00 to 2026-01-05 10:10:00.*--rows chat/,
    );
    expect(report.data_quality).toMatchObject({ rows_read: 7, rows_used: 4, rows_duplicate: 3 });
  });

  it('is read by its last row where the user says that each row is a chat, with a warning', async () => {
    const report = await reportOf(parts, { rows: 'chat' });
    expect(kinds(report)).toContainEqual(['id_of_another_part', 3]);
  });
});

describe('a closer that stands for nobody', () => {
  it('leaves its chats open, with a note that names it', async () => {
    const report = await ofFiles(['g_unassigned.csv']);
    expect(counts(report)).toEqual([24, 12, 0, 21, 3]);
    expect(speeds(report)).toEqual(baseSpeeds);
    expect(notes(report)).toMatch(/3 chats are open .* nobody: "Unassigned"\. .*--bots .*--nobody -/);
  });

  it('is a bot where it is named as one, and a person where the user says so', async () => {
    expect(counts(await ofFiles(['g_unassigned.csv'], { bots: 'unassigned' }))).toEqual([24, 12, 3, 21, 0]);
    expect(counts(await ofFiles(['g_unassigned.csv'], { nobody: '-' }))).toEqual([24, 12, 0, 24, 0]);
  });

  it.each([
    'Not assigned, No Agent, NOBODY, (none), [Unassigned], <none>, no_agent, un-assigned, --, (blank), No one, N.A.',
    'Nicht zugewiesen, Kein Agent, NIEMAND, kein Mitarbeiter',
    'Non attribué, NON ASSIGNÉE, non assigne, Personne, Aucun agent, (vide)',
    'Sin asignar, Nadie, Ningún agente, ninguno, NO ASIGNADO',
    'Não atribuído, nao atribuido, Ninguém, Nenhum agente, sem agente',
    'Non assegnato, Nessuno, nessun operatore',
    'Niet toegewezen, niemand, Geen agent',
    'Nieprzypisany, Nikt, Brak agenta, brak przypisania',
    'Atanmamış, ATANMAMIŞ, atanmamis, Kimse, Hiç kimse, temsilci yok',
    'Ej tilldelad, Ingen, ingen handläggare',
    'Belum ditugaskan, Tidak ada, tidak ada agen',
  ])('%s', async (list) => {
    const names = list.split(', ');
    const csv = changed((cells, row) =>
      row === 0 || row > names.length
        ? cells
        : [...cells.slice(0, 2), names[row - 1] ?? '', ...cells.slice(3)],
    );
    const report = await reportOf(csv);
    expect(figure(report, 'chat_metrics', 'open_chats')).toBe(names.length);
  });

  it('may be named by the user, and people with like names are people', async () => {
    const csv = changed((cells, row) => [
      ...cells.slice(0, 2),
      row === 0 ? 'Agent' : row < 4 ? 'The pool' : row < 7 ? 'Nil' : row < 9 ? 'Noone Smith' : 'Tom',
      ...cells.slice(3),
    ]);
    expect(counts(await reportOf(csv))).toEqual([24, 12, 0, 24, 0]);
    const report = await reportOf(csv, { nobody: 'the POOL' });
    expect(counts(report)).toEqual([24, 12, 0, 21, 3]);
  });

  it('without an end is no closed chat without an end', async () => {
    const csv = changed((cells, row) =>
      cells[2] === 'Bot' && row > 0
        ? ['x' + row, cells[1] ?? '', 'Unassigned', cells[3] ?? '', cells[4] ?? '', '', '', '']
        : cells,
    );
    expect(kinds(await reportOf(csv))).toEqual([]);
  });
});

describe('a date and a time of day in two columns', () => {
  const split = (
    start: [string, string],
    end: [string, string],
    write = (moment: string) => moment.split(' '),
  ): string =>
    changed((cells, row) => {
      const [from, to] = row === 0 ? [start, end] : [write(cells[4] ?? ''), write(cells[5] ?? '')];
      return [...cells.slice(0, 4), ...from, ...to, ...cells.slice(6)];
    });

  it.each([
    [
      ['Start Date', 'Start Time'],
      ['End Date', 'End Time'],
    ],
    [
      ['Date', 'Time'],
      ['End Date', 'End Time'],
    ],
    [
      ['Chat Date', 'Chat Time'],
      ['Chat End Date', 'Chat End Time'],
    ],
    [
      ['Created Date', 'Created Time'],
      ['Closed Date', 'Closed Time'],
    ],
    [
      ['start_date', 'start_time'],
      ['end_date', 'end_time'],
    ],
    [
      ['Startdatum', 'Startzeit'],
      ['Enddatum', 'Endzeit'],
    ],
    [
      ['Date de début', 'Heure de début'],
      ['Date de fin', 'Heure de fin'],
    ],
    [
      ['Fecha de inicio', 'Hora de inicio'],
      ['Fecha de fin', 'Hora de fin'],
    ],
    [
      ['Data de início', 'Hora de início'],
      ['Data de fim', 'Hora de fim'],
    ],
    [
      ['Data inizio', 'Ora inizio'],
      ['Data fine', 'Ora fine'],
    ],
    [
      ['Begindatum', 'Begintijd'],
      ['Einddatum', 'Eindtijd'],
    ],
    [
      ['Data rozpoczęcia', 'Godzina rozpoczęcia'],
      ['Data zakończenia', 'Godzina zakończenia'],
    ],
    [
      ['Başlangıç Tarihi', 'Başlangıç Saati'],
      ['Bitiş Tarihi', 'Bitiş Saati'],
    ],
    [
      ['Startdatum', 'Starttid'],
      ['Slutdatum', 'Sluttid'],
    ],
    [
      ['Tanggal mulai', 'Jam mulai'],
      ['Tanggal selesai', 'Jam selesai'],
    ],
  ] as [[string, string], [string, string]][])('%s and %s', async (start, end) => {
    const report = await reportOf(split(start, end));
    expect(counts(report)).toEqual([24, 12, 3, 21, 0]);
    expect(speeds(report)).toEqual(baseSpeeds);
    expect(report.source.files[0]?.columns.find(({ field }) => field === 'started_at')?.rule).toContain(
      `time of day from "${start[1]}"`,
    );
  });

  it.each<[string, (moment: string) => string[]]>([
    ['a real date and a time-only cell', (moment) => [`${moment.slice(0, 10)} 00:00:00`, moment.slice(11)]],
    ['a time of 30 December 1899', (moment) => [moment.slice(0, 10), `1899-12-30 ${moment.slice(11)}`]],
    ['a part of a day', (moment) => [moment.slice(0, 10), String(secondsOf(moment) / 86400)]],
    [
      'a serial number and a part of a day',
      (moment) => [
        String(Date.parse(`${moment.slice(0, 10)}Z`) / 86_400_000 + 25569),
        String(secondsOf(moment) / 86400),
      ],
    ],
    ['a.m. and p.m.', (moment) => [moment.slice(0, 10), twelveHours(moment)]],
    [
      'a date with slashes',
      (moment) => [`${moment.slice(8, 10)}/${moment.slice(5, 7)}/${moment.slice(0, 4)}`, moment.slice(11)],
    ],
    ['points in the time', (moment) => [moment.slice(0, 10), moment.slice(11).replaceAll(':', '.')]],
    ['white space', (moment) => [` ${moment.slice(0, 10)}\u00a0`, `${moment.slice(11)} `]],
  ])('as %s', async (_, write) => {
    const report = await reportOf(split(['Start Date', 'Start Time'], ['End Date', 'End Time'], write));
    expect(counts(report)).toEqual([24, 12, 3, 21, 0]);
    expect(speeds(report)).toEqual(baseSpeeds);
  });

  it('are named by one mapping, with or without quotes', async () => {
    const csv = split(['Tag A', 'Uhr A'], ['Tag B', 'Uhr B']);
    for (const map of [
      ['started_at=Tag A+Uhr A', 'ended_at="Tag B"+"Uhr B"'],
      { started_at: '"Tag A" + "Uhr A"', ended_at: 'Tag B+Uhr B' },
    ]) {
      const report = await reportOf(csv, { map });
      expect(speeds(report)).toEqual(baseSpeeds);
    }
  });

  it('with one date for start and end', async () => {
    const csv = changed((cells, row) => {
      const [day = '', from = ''] = row === 0 ? ['Date', 'Start Time'] : (cells[4] ?? '').split(' ');
      const to = row === 0 ? 'End Time' : (cells[5] ?? '').slice(11);
      return [...cells.slice(0, 4), day, from, to, ...cells.slice(6)];
    });
    const report = await reportOf(csv);
    expect(kinds(report)).toEqual([]);
    expect(report.data_quality.notes.join('\n')).toContain('such times are taken to be of the day after');
    expect(figure(report, 'agent_metrics', 'csat_avg_business_hours')).toBe(1.5);
    expect(figure(report, 'agent_metrics', 'resolution_chats')).toBe(21);
  });

  it('are left alone where the column of times is one of moments, or a column of dates has nothing to do with chats', async () => {
    const csv = changed((cells, row) => [
      ...cells,
      row === 0 ? 'Date' : '2026-03-01',
      row === 0 ? 'Due Time' : '12:00',
    ]);
    expect(speeds(await reportOf(csv))).toEqual(baseSpeeds);
  });

  it('some without the time are told', async () => {
    const csv = split(['Start Date', 'Start Time'], ['End Date', 'End Time']).replace(',14:59:00,', ',,');
    expect(notes(await reportOf(csv))).toMatch(
      /"Start Date" \(started_at\) 1 of 24 dates have no time of day, such as 2026-01-27/,
    );
  });
});

const secondsOf = (moment: string): number => (Date.parse(`${moment.replace(' ', 'T')}Z`) / 1000) % 86_400;

function twelveHours(moment: string): string {
  const hour = Number(moment.slice(11, 13));
  return `${String(hour % 12 || 12)}${moment.slice(13)} ${hour < 12 ? 'AM' : 'PM'}`;
}

describe('dates without a time of day', () => {
  it('count chats by day; what needs a time of day is empty, with a note', async () => {
    const report = await ofFiles(['g_dateonly.csv']);
    expect(counts(report)).toEqual([24, 12, 3, 21, 0]);
    expect(speeds(report)).toEqual([expect.closeTo(37.905, 3), null, null, null]);
    expect(figure(report, 'agent_metrics', 'csat_rated_chats')).toBe(18);
    const { half_hourly_chats: day, weekday_half_hourly_chats: week, agent_activity } = report.tables;
    for (const row of [...day, ...week]) expect([row['chats'], row['chats_per_day']]).toEqual([null, null]);
    expect(agent_activity.map((row) => row['chats'])).toEqual([null]);
    expect(report.source).toMatchObject({
      missing_fields: expect.arrayContaining(['ended_at']),
      days_left_out: [],
    });
    expect(notes(report)).toMatch(
      /"Chat Start" \(started_at\) holds dates without a time of day, such as 01\/27\/2026.*--map started_at="Chat Start"\+"HEADING"/,
    );
  });

  it('are the same days in every zone', async () => {
    const report = await reportOf(text('g_dateonly.csv'), {
      sourceTimezone: 'UTC',
      timezone: 'America/New_York',
      period: 'day',
    });
    expect(report.source).toMatchObject({ range_from: '2026-01-27', range_to: '2026-02-03' });
  });

  it('at midnight in every row are days too', async () => {
    const csv = changed((cells, row) =>
      row === 0
        ? cells
        : cells.map((cell, at) => (at === 4 || at === 5 ? `${cell.slice(0, 10)} 00:00:00` : cell)),
    );
    expect(speeds(await reportOf(csv))).toEqual([expect.closeTo(37.905, 3), null, null, null]);
  });

  it('of the end alone leave the start its half hours', async () => {
    const csv = changed((cells, row) =>
      row === 0 ? cells : cells.map((cell, at) => (at === 5 ? cell.slice(0, 10) : cell)),
    );
    const report = await reportOf(csv);
    expect(speeds(report)).toEqual([expect.closeTo(37.905, 3), null, 1.5, 3.5]);
    expect(report.data_quality.warnings).toEqual([]);
    expect(notes(report)).toMatch(/"Chat End" \(ended_at\) holds dates without a time of day/);
  });
});

describe('a day at the edge that is not whole', () => {
  /** Chats at 9, 12 and 18 o'clock on ten days, and then others. */
  const csvOf = (...others: string[]): string =>
    [
      'RoomCode,ClosedBy,ChatStartTime,ChatEndTime',
      ...Array.from({ length: 10 }, (_, day) =>
        ['09', '12', '18'].map((hour) => `2026-03-${String(day + 2).padStart(2, '0')} ${hour}:00:00`),
      )
        .flat()
        .concat(others)
        .map((start, at) => `c${at},Asha,${start},${start.slice(0, 14)}10:00`),
    ].join('\n');
  const perDay = ({ tables }: Report): number =>
    tables.half_hourly_chats.reduce((sum, row) => sum + Number(row['chats_per_day']), 0);

  it('is left out of averages per day and per weekday, and named', async () => {
    const report = await reportOf(
      csvOf('2026-03-01 11:30:00', '2026-03-01 18:00:00', '2026-03-12 09:00:00', '2026-03-12 15:45:00'),
    );
    expect(perDay(report)).toBeCloseTo(3, 9);
    expect(report.source).toMatchObject({ days: 12, days_left_out: ['2026-03-01', '2026-03-12'] });
    expect(figure(report, 'chat_metrics', 'incoming_chats')).toBe(34);
    expect(notes(report)).toMatch(/2026-03-01 only from 11:30:00 on.*its 2 chats.*--edge-days keep/);
    const sunday = report.tables.weekday_half_hourly_chats.filter((row) => row['weekday'] === 7);
    expect(sunday.find((row) => row['half_hour'] === '11:30')).toMatchObject({
      chats: 1,
      chats_per_day: 0,
      concurrent_chats_avg: 0,
    });
    expect(sunday.find((row) => row['half_hour'] === '12:00')).toMatchObject({ chats: 1, chats_per_day: 1 });
  });

  it.each<[string, ReportOptionsSpec, string[], number]>([
    ['where the user keeps it', { edgeDays: 'keep' }, ['2026-03-01 23:05:00'], 31 / 11],
    ['where the range is named at that end', { from: '2026-03-01' }, ['2026-03-01 23:05:00'], 31 / 11],
    ['two hours later to the second', {}, ['2026-03-01 11:00:00'], 31 / 11],
    ['of a range of six days', { to: '2026-03-07' }, ['2026-03-01 23:05:00'], 16 / 6],
  ])('counts %s', async (_, options, others, expected) => {
    const report = await reportOf(csvOf(...others), options);
    expect(perDay(report)).toBeCloseTo(expected, 9);
    expect(report.source.days_left_out).toEqual([]);
  });
});

describe('a column of statuses', () => {
  const map = {
    chat_id: 'Ticket Number',
    user_id: 'From Email',
    closed_by: 'Agent Assigned',
    started_at: 'Date Created',
    ended_at: 'Closed Date',
  };

  it('says that a chat is open whoever it is assigned to, with a note that names the option', async () => {
    const report = await ofFiles(['h_osticket.csv'], { map });
    expect(counts(report)).toEqual([24, 12, 0, 16, 8]);
    expect(notes(report)).toMatch(
      /"Current Status" \("Open"\) 5 of the 24 rows .* open .*--open-status WORDS, or --open-status -/,
    );
    expect(counts(await ofFiles(['h_osticket.csv'], { map, openStatus: '-' }))).toEqual([24, 12, 0, 21, 3]);
  });

  const withStatus = (heading: string, open: readonly string[], closed: string): string =>
    changed((cells, row) => [
      ...cells,
      row === 0 ? heading : row > 3 && row <= 3 + open.length ? (open[row - 4] ?? '') : closed,
    ]);

  it.each<[string, string[], string]>([
    ['Status', ['Open', 'PENDING', 'in_progress', 'On-hold', 'New'], 'Resolved'],
    ['Ticket State', ['waiting on customer', 'snoozed'], 'closed'],
    ['Status', ['Offen', 'In Bearbeitung', 'wartend'], 'Geschlossen'],
    ['Statut', ['Ouvert', 'En attente', 'en cours'], 'Résolu'],
    ['Estado', ['Abierto', 'Pendiente', 'En espera'], 'Cerrado'],
    ['Situação', ['Aberto', 'Pendente', 'Em andamento'], 'Concluído'],
    ['Stato', ['Aperto', 'In attesa', 'In corso'], 'Chiuso'],
    ['Status', ['In behandeling', 'Nieuw'], 'Opgelost'],
    ['Stan', ['Otwarty', 'Oczekujący', 'W toku'], 'Zamknięty'],
    ['Durum', ['Açık', 'Beklemede', 'AÇIK'], 'Kapalı'],
    ['Status', ['Öppen', 'Pågående', 'väntar'], 'Stängd'],
    ['Status', ['Terbuka', 'Tertunda', 'Menunggu'], 'Selesai'],
  ])('%s: %s', async (heading, open, closed) => {
    const report = await reportOf(withStatus(heading, open, closed));
    expect(figure(report, 'chat_metrics', 'open_chats')).toBe(open.length);
    expect(figure(report, 'chat_metrics', 'closed_by_bot')).toBe(3);
  });

  it.each<[string, string[], string]>([
    ['Status', ['active', 'active'], 'inactive'],
    ['State', ['CA', 'NY'], 'TX'],
    ['Status', ['Gold', 'new'], 'Silver'],
  ])('that is none decides nothing: %s %s %s', async (heading, some, other) => {
    expect(counts(await reportOf(withStatus(heading, some, other)))).toEqual([24, 12, 3, 21, 0]);
  });

  it('has the words that the user names, and says which it does not know', async () => {
    const csv = withStatus('Status', ['Parked', 'Parked'], 'Closed');
    const report = await reportOf(csv);
    expect(figure(report, 'chat_metrics', 'open_chats')).toBe(0);
    expect(notes(report)).toContain('words that are not known ("Parked")');
    expect(figure(await reportOf(csv, { openStatus: 'parked' }), 'chat_metrics', 'open_chats')).toBe(2);
  });
});

describe('the verdict', () => {
  const quality = {
    rows_read: 2020,
    rows_used: 1952,
    rows_rejected: 48,
    rows_duplicate: 20,
    rows_out_of_range: 0,
    rows_filtered_out: 0,
    rejected_by_reason: [
      { reason: 'unreadable started_at', rows: 46 },
      { reason: 'no chat_id', rows: 2 },
    ],
  };

  it('is one line, amber from one per cent of rejected rows', async () => {
    const { data_quality } = await reportOf(base);
    const of = (changes: object) => verdictOf({ ...data_quality, ...quality, ...changes });
    expect(of({})).toEqual({
      text: '2,020 rows: 1,952 used, 48 rejected (46 unreadable start), 20 duplicate',
      isDoubtful: true,
    });
    expect(of({ rows_read: 4801 }).isDoubtful).toBe(false);
    expect(of({ rows_read: 4800 }).isDoubtful).toBe(true);
    expect(verdictOf(data_quality)).toEqual({
      text: '24 rows: 24 used, 0 rejected, 0 duplicate',
      isDoubtful: false,
    });
  });
});
