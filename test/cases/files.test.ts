import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write, type BookType } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { proposals } from '../../src/reading/proposals/propose.js';
import { lookAtFile } from '../../src/reading/tables.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import { parseOptions } from '../../src/options/options.js';
import { formOf } from '../../src/report/reading/id-forms.js';
import { tempFiles } from '../reading/temp-files.js';
import { sourceOf } from '../files/sources.js';
import { textRow, workbook } from '../files/workbook-parts.js';

const files = tempFiles();
const bytesOf = (name: string): Buffer => readFileSync(join('test/cases/files', name));
const base = bytesOf('00_base.csv').toString('utf8').trimEnd();
const [heading = '', ...rows] = base.split(/\r?\n/);

/** What the README of the cases says of the 24 chats. */
function expectBase(report: Report): void {
  const [chats = {}] = report.tables.chat_metrics;
  const [agents = {}] = report.tables.agent_metrics;
  expect(chats).toMatchObject({
    incoming_chats: 24,
    unique_users: 12,
    closed_by_bot: 3,
    closed_by_agents: 21,
  });
  expect(agents['csat_rated_chats']).toBe(18);
  expect(agents['csat_satisfied_rate']).toBeCloseTo(7 / 18, 9);
  expect(agents['first_response_avg_seconds']).toBeCloseTo(37.905, 3);
}

const notes = (report: Report): string => report.data_quality.notes.join('\n');
const csv = (lines: readonly string[], top = heading): string => [top, ...lines].join('\n');
const sheetOf = (lines: readonly string[], top = heading): string =>
  [top, ...lines].map((line, at) => textRow(at + 1, line.split(','))).join('');

describe('several tables with the same headings are one', () => {
  it('as sheets of a workbook, each with its name and rows in the account', async () => {
    const report = await files.report(bytesOf('x_bymonth.xlsx'), {}, 'months.xlsx');
    expectBase(report);
    expect(report.source.files.map(({ sheet, rows_read }) => [sheet, rows_read])).toEqual([
      ['Jan', 18],
      ['Feb', 6],
    ]);
    expect(notes(report)).toContain('2 tables are read as one: sheet "Jan" (18 rows), sheet "Feb" (6 rows).');
  });

  it('with columns in another order, and others beside them that are not used', async () => {
    const turned = (line: string): string => [...line.split(',').reverse(), 'x'].join(',');
    const book = workbook({
      sheets: [
        { name: 'Notes', rows: textRow(1, ['Made by Ann']) + textRow(2, ['in May']) },
        { name: 'A', rows: sheetOf(rows.slice(0, 10)) },
        { name: 'B', rows: sheetOf(rows.slice(10).map(turned), turned(heading)) },
        { name: 'Agents', rows: sheetOf(['Nora,5'], 'Agent,Seats') },
        { name: 'Old', rows: sheetOf(rows), state: 'hidden' },
      ],
    });
    const report = await files.report(book, {}, 'book.xlsx');
    expectBase(report);
    expect(notes(report)).toMatch(
      /not read.*"Old" \(hidden, 24 rows\).*"Notes" \(2 rows\).*"Agents" \(1 row\).*--sheet/,
    );
  });

  it('and --sheet chooses among them, by names and patterns', async () => {
    const bytes = bytesOf('x_bymonth.xlsx');
    const read = async (sheet: string[]): Promise<unknown> =>
      (await files.report(bytes, { sheet }, 'months.xlsx')).data_quality.rows_read;
    expect([await read(['feb']), await read(['J*']), await read(['Jan', 'F?b'])]).toEqual([6, 18, 24]);
    await expect(read(['March'])).rejects.toMatchObject({ code: 'unknown_sheet' });
  });

  it('as files in a zip archive, and a file with other headings is named', async () => {
    const bytes = zipSync({
      'jan.csv': strToU8(csv(rows.slice(0, 18))),
      'feb.csv': strToU8(csv(rows.slice(18)).replaceAll(',', ';')),
      'agents.csv': strToU8('Agent,Seats\nNora,1\nOmar,2\n'),
    });
    const report = await files.report(bytes, {}, 'export.zip');
    expectBase(report);
    expect(notes(report)).toContain('2 tables are read as one: jan.csv (18 rows), feb.csv (6 rows).');
    expect(notes(report)).toMatch(/not read.*agents\.csv" \(2 rows\)/);
  });
});

describe('cells and ids of other forms', () => {
  it('cells merged downwards are filled from their first cell', async () => {
    const report = await files.report(bytesOf('x_merged_agent.xlsx'), {}, 'merged.xlsx');
    expectBase(report);
    expect(notes(report)).toContain('20 cells of merged ranges were filled');
  });

  it('1008 and 1008.0 of another file are one chat, and it is said', async () => {
    const report = await files.reportOf(
      ['j_ida.csv', 'j_idb.csv'].map((name) => [name, bytesOf(name)] as const),
    );
    expectBase(report);
    expect(report.data_quality.rows_duplicate).toBe(8);
    expect(notes(report)).toContain('such as 1008.0: it is compared as 1008.');
  });

  it('zeros in front are left out only beside numbers of another form', async () => {
    const numbered = (id: (at: number) => string): string =>
      csv(rows.map((line, at) => [id(at), ...line.split(',').slice(1)].join(',')));
    const padded = ['padded.csv', numbered((at) => String(at + 1).padStart(8, '0'))] as const;
    const plain = ['plain.csv', numbered((at) => String(at + 1))] as const;
    const both = await files.reportOf([padded, plain]);
    expect(both.data_quality.rows_duplicate).toBe(24);
    expect(notes(both)).toContain('such as 00000001: it is compared as 1.');
    expect(notes(await files.reportOf([padded]))).not.toContain('compared');
  });

  it('the form of ids is that of all of them', () => {
    expect(
      [['1.0', '2.00'], ['007', '012'], ['7', '012'], ['7', '8.0'], ['A1', '2'], []].map(formOf),
    ).toEqual([...['decimal', 'padded', 'plain', 'mixed', null, null]]);
  });

  it('users that are e-mail addresses are one in any case', async () => {
    const mailed = rows.map((line, at) =>
      line.replace(/,u(\d+),/, at % 2 ? ',U$1@Example.org,' : ',u$1@example.org,'),
    );
    expectBase(await files.report(csv(mailed)));
  });
});

describe('delimiters', () => {
  it.each(['^', '~', '\u0001', '\u001f', '|;|', '||', '\u00a6'])('%j is found', async (delimiter) => {
    expectBase(await files.report(base.replaceAll(',', delimiter)));
  });

  it('others are told by --delimiter', async () => {
    expectBase(await files.report(base.replaceAll(',', '#-'), { delimiter: '#-' }));
    expect(() => parseOptions({ delimiter: 'abc' })).toThrow('delimiter');
  });

  it('quotes and line ends in fields hold with several signs too', async () => {
    const quoted = base.split('\n').map((line) =>
      line
        .split(',')
        .map((cell) => `"${cell}"`)
        .join('|;|'),
    );
    const last = (quoted.at(-1) ?? '').replace('"Solved"', '"So |;| ""lved""\n"');
    expectBase(await files.report([...quoted.slice(0, -1), last].join('\n')));
  });

  it('rows that are quoted whole are unwrapped, and counted', async () => {
    const whole = base
      .split('\n')
      .map((line) => `"${line.replaceAll(',', ',""').replaceAll(/,""([^,]*)/g, ',""$1""')}"`);
    const report = await files.report(whole.join('\r\n'));
    expectBase(report);
    expect(notes(report)).toContain('24 rows are quoted whole');
  });
});

describe('other spreadsheets', () => {
  const book = read(bytesOf('s_biff8.xls'), { cellNF: true });
  const made = (type: BookType): Uint8Array =>
    new Uint8Array(write(book, { bookType: type, type: 'array' }) as ArrayBuffer);

  it.each<[string, Uint8Array]>([
    ['a.xls', bytesOf('s_biff8.xls')],
    ['b.ods', bytesOf('s_ods.ods')],
    ['c.xls', made('biff5')],
    ['d.xlsb', made('xlsb')],
    ['e.xml.xls', made('xlml')],
    ['f.html.xls', made('html')],
    ['g.zip', zipSync({ 'in.xls': bytesOf('s_biff8.xls') })],
  ])('%s is read', async (name, bytes) => {
    expectBase(await files.report(bytes, {}, name));
  });

  it.each<[BookType, string]>([
    ['sylk', 'symbolic_link'],
    ['dif', 'data_interchange'],
  ])('%s is refused by its name', async (type, code) => {
    await expect(files.report(made(type), {}, 'a.csv')).rejects.toMatchObject({ code });
  });

  it('a damaged one ends in a message', async () => {
    const cut = bytesOf('s_biff8.xls').subarray(0, 3000);
    await expect(files.report(cut, {}, 'cut.xls')).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('proposals', () => {
  const of = async (content: Uint8Array | string): Promise<Record<string, string | null>> => {
    const { match, sample } = await lookAtFile(sourceOf(content, 'a.csv'), readingChoices(parseOptions({})));
    return Object.fromEntries(
      proposals(match.columns, sample).map(({ field, heading: name }) => [field, name]),
    );
  };

  it('for the export of an unknown desk rest on headings and values', async () => {
    expect(await of(bytesOf('h_osticket.csv'))).toMatchObject({
      ...{
        chat_id: 'Ticket Number',
        user_id: 'From Email',
        closed_by: 'Agent Assigned',
        started_at: 'Date Created',
      },
      ...{ ended_at: 'Closed Date', assigned_at: null, agent_first_response_seconds: null, csat_score: null },
    });
  });

  it('never name dates for a closer, durations for a start, or names for an id', async () => {
    const found = await of(
      'Ticket number,Date,Begun,Owner\nAnn Lee,2026-01-01 10:00,0:01:19,Nora Day\nBo Hill,2026-01-02 10:00,0:02:19,Omar Day\nCy Hull,2026-01-03 10:00,0:00:09,Nora Day\n',
    );
    expect(found).toMatchObject({ chat_id: null, user_id: null, csat_score: null });
  });

  const languages: [string, string][] = [
    [
      'de',
      'Gesprächsnummer,Kundennummer,Bearbeitet durch,Schließungsgrund,Startzeitpunkt,Endzeitpunkt,Erste Antwortzeit in Sek,Kundenbewertung',
    ],
    [
      'fr',
      'N° de conversation,Client,Traité par,Motif,Heure de début,Heure de fin,Délai première réponse,Note de satisfaction',
    ],
    [
      'es',
      'Número de conversación,Cliente,Agente asignado,Motivo,Hora inicio,Hora fin,Primera respuesta (s),Valoración cliente',
    ],
    [
      'pt',
      'Nº do atendimento,Cliente,Atendente responsável,Motivo,Horário de início,Horário de término,Primeira resposta,Avaliação do cliente',
    ],
    [
      'it',
      'Numero conversazione,Cliente,Operatore,Motivo,Data e ora inizio,Data e ora fine,Prima risposta sec,Valutazione cliente',
    ],
    ['nl', 'Gesprek nummer,Klant,Medewerker,Reden,Starttijd,Eindtijd,Eerste reactie,Beoordeling klant'],
    [
      'pl',
      'Numer rozmowy,Klient,Konsultant,Powód,Czas rozpoczęcia,Czas zakończenia,Pierwsza odpowiedź,Ocena klienta',
    ],
    [
      'tr',
      'Görüşme numarası,Müşteri,Temsilci,Kapanış sebebi,Başlangıç zamanı,Bitiş zamanı,İlk yanıt süresi,Müşteri puanı',
    ],
    ['sv', 'Ärende nr,Kund,Handläggare,Orsak,Starttid,Sluttid,Första svar,Kundbetyg'],
    [
      'id',
      'Nomor percakapan,Pelanggan,Agen,Alasan,Waktu mulai,Waktu selesai,Respons pertama,Penilaian pelanggan',
    ],
  ];
  it.each(languages)('are found for headings in %s', async (_language, top) => {
    const names = top.split(',');
    const fields = ['chat_id', 'user_id', 'closed_by', 'closing_reason', 'started_at', 'ended_at'];
    const wanted = [...fields, 'agent_first_response_seconds', 'csat_score'].map((field, at) => [
      field,
      names[at],
    ]);
    expect(await of(csv(rows, top))).toMatchObject(Object.fromEntries(wanted));
  });

  it('stand in a message that can be typed', async () => {
    await expect(files.report(bytesOf('h_osticket.csv'))).rejects.toMatchObject({
      code: 'missing_column',
      hint: expect.stringMatching(
        /map: \{ chat_id: "Ticket Number", closed_by: "Agent Assigned", started_at: "Date Created" \}$/,
      ),
    });
  });
});

it('a note is proposed as a rating where its values are numbers', () => {
  const columns = ['Note', 'Room'].map((heading) => {
    return { heading, field: null, condition: null, rule: 'not used', is_unverified: false };
  });
  const certaintyOf = (...values: string[]) =>
    proposals(
      columns,
      values.map((value) => [value, 'x']),
    ).find(({ field }) => field === 'csat_score');
  expect(certaintyOf('4', '5', '3', '')).toMatchObject({ heading: 'Note', certainty: 'likely' });
  expect(certaintyOf('call back', 'ok', 'ok', '')?.certainty).not.toBe('likely');
});
