import { spawn, type ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleCsv } from '../../src/index.js';
import type { Report } from '../../src/report/report.js';
import { serverDesk } from '../engines/clickhouse/server-desk.js';
import { differences } from '../engines/same-report.js';
import { desk, ended, program, type Run } from './program.js';

const { env, path, write, run } = desk();
const service = serverDesk();
const { asked, scratchTables: leftTables } = service;
afterEach(() => {
  service.server.asked.length = 0;
});

const password = 'a secret / of: hers';
const sample = [...sampleCsv({ chats: 300, seed: 5, from: '2026-02-02' })].join('');

/** The program with her password in its environment. */
function start(args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
  const own = { ...env(), CHAT_METRICS_CLICKHOUSE_PASSWORD: password, ...more };
  return spawn(process.execPath, [program, 'report', ...args], {
    cwd: path(''),
    env: own,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The same in this process. */
async function reportBy(args: readonly string[], given = password): Promise<Run> {
  vi.stubEnv('CHAT_METRICS_CLICKHOUSE_PASSWORD', given);
  return run('report', ...args).finally(() => vi.unstubAllEnvs());
}
const asHer = (rest = ''): string => `clickhouse://asha@${service.server.host}/default${rest}`;
const parsed = ({ stdout, stderr, code }: Run): Report => {
  expect([code, stderr]).toMatchObject([0, expect.not.stringContaining('Error') as string]);
  return JSON.parse(stdout) as Report;
};

describe('report --engine clickhouse://...', () => {
  it('makes the same report of a file, with the password of the environment', async () => {
    write('chats.csv', sample);
    const report = parsed(await reportBy(['chats.csv', '--format', 'json', '--engine', asHer()]));
    const own = parsed(await run('report', 'chats.csv', '--format', 'json'));
    expect(report.source.engine).toBe('ClickHouse 26.7.2.1');
    expect(differences(own, { ...report, source: { ...report.source, engine: own.source.engine } })).toEqual(
      [],
    );
    expect(
      service.server.asked.every(({ user, address }) => user === 'asha' && !/secret|hers/.test(address)),
    ).toBe(true);
    expect(await leftTables()).toEqual([]);
  });

  it('makes a report of tables there, which the configuration may name, with the password of a file', async () => {
    await service.server
      .run(`create table default.chats engine = MergeTree order by tuple() as select toString(number) as id,
      if(number % 3 = 0, 'System', 'Asha') as closer, toDateTime('2026-02-02 10:00:00', 'UTC') + number * 60 as started
      from numbers(90)`);
    const map = { chat_id: 'id', closed_by: 'closer', started_at: 'started' };
    write('chat-metrics.config.json', JSON.stringify({ engine: asHer(), table: 'default.chats', map }));
    const report = parsed(await reportBy(['--format', 'json']));
    expect(report.tables.chat_metrics[0]).toMatchObject({
      incoming_chats: 90,
      closed_by_bot: 30,
      closed_by_agents: 60,
    });
    expect(report.source.files[0]).toMatchObject({ name: 'default.chats', kind: 'table' });
    write('password', 'a secret / of: hers\n');
    const twice = parsed(
      await reportBy(
        ['--format', 'json', '--table', 'chats', '--table', 'default.chats', '--password-file', 'password'],
        'not hers',
      ),
    );
    expect(twice.data_quality).toMatchObject({ rows_read: 180, rows_used: 90, rows_duplicate_equal: 90 });
  });

  it('saves the rejected rows of a table under the names of its columns', async () => {
    await service.server.run(`create table default.faulty engine = MergeTree order by tuple() as
      select if(number = 3, ' - ', toString(number)) as RoomCode, 'Asha' as ClosedBy,
        if(number = 4, null, toDateTime('2026-02-02 10:00:00', 'UTC')) as ChatStartTime, number as CsatScore from numbers(6)`);
    const report = parsed(
      await reportBy([
        '--format',
        'json',
        '--table',
        'faulty',
        '--engine',
        asHer(),
        '--rejects',
        'rejects.csv',
      ]),
    );
    expect(report.data_quality).toMatchObject({ rows_read: 6, rows_used: 4, rows_rejected: 2 });
    const [heading = '', ...lines] = readFileSync(path('rejects.csv'), 'utf8').trim().split(/\r?\n/);
    expect(heading).toContain('RoomCode,ClosedBy,ChatStartTime,CsatScore');
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^,Asha,2026-02-02 10:00:00,3,faulty,0,no chat_id,/) as string,
      expect.stringMatching(/^4,Asha,,4,faulty,0,no started_at,/) as string,
    ]);
  });

  it('stops the statement of the server and drops its tables when it is interrupted', async () => {
    write('chats.csv', sample);
    service.server.interfere(({ query }) => (query.includes('__agent_shifts_') ? 'never' : null));
    const child = start(['chats.csv', '--engine', asHer()]);
    const end = ended(child);
    await asked('__agent_shifts_');
    expect((await leftTables()).length).toBeGreaterThan(5);
    child.kill('SIGINT');
    const { signal, stderr, stdout } = await end;
    expect([signal, stderr, stdout]).toEqual(['SIGINT', '', '']);
    expect(service.server.asked.some(({ query }) => query.startsWith('kill query where query_id in ('))).toBe(
      true,
    );
    expect(await leftTables()).toEqual([]);
  });

  it('drops what a killed run has left with the next run, and nothing of one that runs', async () => {
    write('chats.csv', sample);
    const stuck = async (): Promise<{ child: ChildProcess; end: Promise<Run> }> => {
      service.server.asked.length = 0;
      service.server.interfere(({ query }) => (query.includes('__agent_shifts_') ? 'never' : null));
      const child = start(['chats.csv', '--engine', asHer()]);
      const end = ended(child);
      await asked('__agent_shifts_');
      service.server.interfere(() => null);
      return { child, end };
    };
    const killed = await stuck();
    killed.child.kill('SIGKILL');
    await killed.end;
    const left = await leftTables();
    expect(left.length).toBeGreaterThan(5);
    const alive = await stuck();
    const others = await leftTables();
    expect(others.filter((name) => left.includes(name))).toEqual([]);
    expect(others.length).toBeGreaterThan(5);
    parsed(await reportBy(['chats.csv', '--format', 'json', '--engine', asHer()]));
    expect(await leftTables()).toEqual(others);
    alive.child.kill('SIGTERM');
    await alive.end;
    expect(await leftTables()).toEqual([]);
  });

  it('trusts a certificate whose authority NODE_EXTRA_CA_CERTS names', async () => {
    write('chats.csv', sample);
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync(
      'openssl',
      ['req', '-x509', ...kind, '-keyout', path('key.pem'), '-out', path('cert.pem'), ...subject],
      { stdio: 'pipe' },
    );
    const tls = createTls(
      { key: readFileSync(path('key.pem')), cert: readFileSync(path('cert.pem')) },
      (_, response) => {
        response
          .writeHead(500, { 'x-clickhouse-exception-code': '999' })
          .end('Code: 999. DB::Exception: Here I am. (SOME)');
      },
    );
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const address = `clickhouse://127.0.0.1:${String((tls.address() as AddressInfo).port)}/default?secure=1`;
    const refused = await reportBy(['chats.csv', '--engine', address]);
    const trusted = await ended(
      start(['chats.csv', '--engine', address], { NODE_EXTRA_CA_CERTS: path('cert.pem') }),
    );
    tls.close();
    expect([refused.code, refused.stderr]).toEqual([
      3,
      expect.stringContaining('a TLS certificate that this computer does not trust') as string,
    ]);
    expect([trusted.code, trusted.stderr]).toEqual([
      3,
      expect.stringContaining('(error 999): Here I am.') as string,
    ]);
  });
});

describe('a password that goes over the network unencrypted', () => {
  const warning = 'Warning: the password goes to nowhere.invalid:8123 unencrypted';
  const warned = async (address: string, given = password): Promise<string[]> => {
    const { stderr } = await reportBy(['--table', 'chats', '--engine', address], given);
    expect(stderr).toContain('Error: ');
    return stderr.split('\n').filter((line) => line.startsWith('Warning: '));
  };

  it('is warned of before the server is asked, with what to do', async () => {
    const [line, ...others] = await warned('clickhouse://asha@nowhere.invalid/db');
    expect([line, others]).toEqual([expect.stringContaining(warning) as string, []]);
    expect(line).toContain('Add secure=1 to the address');
    expect(line).not.toContain(password);
    expect(await warned('clickhouse://asha@nowhere.invalid/db?secure=0')).toEqual([line]);
  });

  it('is not warned of where there is none, where it is encrypted, and on this computer', async () => {
    expect(await warned('clickhouse://asha@nowhere.invalid/db', '')).toEqual([]);
    expect(await warned('clickhouse://asha@nowhere.invalid/db?secure=1')).toEqual([]);
    for (const host of ['localhost', '127.0.0.2', '[::1]'])
      expect(await warned(`clickhouse://asha@${host}:1/db`)).toEqual([]);
  });
});

describe('report refuses', () => {
  it('--on-shards for a table that is not spread over shards', async () => {
    const { code, stderr } = await reportBy(['--engine', asHer(), '--table', 'nowhere.chats', '--on-shards']);
    expect(code).toBe(2);
    expect(stderr).toContain('--on-shards: nowhere.chats is not a table that is spread over shards');
    expect(stderr).toContain('Leave --on-shards out');
  });

  it.each([
    [['--engine', 'clickhouse://asha:s3cret@host/db'], 'may hold no password', '--password-file FILE'],
    [
      ['--engine', 'mysql://host/db'],
      '--engine: this is no address of a ClickHouse server',
      'clickhouse://user@host',
    ],
    [
      ['--table', 'support.chats'],
      '--table means nothing without a ClickHouse server',
      '--engine clickhouse://',
    ],
    [['--query-timeout', '5m'], '--query-timeout means nothing without', '--engine clickhouse://'],
    [['--on-shards'], '--on-shards means nothing without', '--engine clickhouse://'],
    [
      ['--engine', 'clickhouse://host/db', '--table', 'a; drop table a'],
      '--table: this is neither a table',
      'view on the server',
    ],
    [['--engine', 'clickhouse://host/db', '--query-timeout', 'soon'], '--query-timeout: "soon"', '30s'],
    [
      ['--engine', 'clickhouse://host/db', '--password-file', 'nowhere'],
      'password, nowhere, cannot be read',
      'ENOENT',
    ],
  ])('%s', async (args, message, hint) => {
    write('chats.csv', sample);
    const { code, stderr } = await reportBy(['chats.csv', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain('s3cret');
  });
});
