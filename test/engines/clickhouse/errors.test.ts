import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openClickHouse, type ClickHouse } from '../../../src/engines/clickhouse/clickhouse-engine.js';
import { serverAddress } from '../../../src/engines/clickhouse/server-address.js';
import { parseOptions } from '../../../src/options/options.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { tempFiles } from '../../reading/temp-files.js';
import { withChats } from '../with-chats.js';
import { commonSettings } from './chdb.js';
import { serverDesk } from './server-desk.js';
import { told } from './told.js';

const files = tempFiles();
const desk = serverDesk();
const { open } = desk;

/** What people are told when a statement fails, of an engine that is closed after it. */
async function toldOf(opening: Promise<ClickHouse>, work: (open: ClickHouse) => Promise<unknown>) {
  const opened = await opening;
  try {
    return await told(work(opened));
  } finally {
    await opened.engine.close();
  }
}

const choices = readingChoices(parseOptions({}));
const sleepy = 'select sum(sleepEachRow(0.1)) as n from numbers(30) settings max_block_size = 1';

describe('of a server that does not let us in, people are told', () => {
  it('that the password is wrong, and never the password', async () => {
    const found = await told(open('asha@HOST/default', { password: 'not hers' }));
    expect(found).toMatchObject({ code: 'wrong_password', exitCode: 2 });
    expect(found.text).toContain('does not let the user "asha" in');
    expect(found.text).toContain('CHAT_METRICS_CLICKHOUSE_PASSWORD');
    expect(found.text).not.toContain('not hers');
    const { engine } = await open('asha@HOST/default', { password: 'a secret / of: hers' });
    await engine.close();
  });

  it('that a database is not there', async () => {
    expect(await told(open('HOST/nowhere'))).toMatchObject({
      code: 'no_such_database',
      exitCode: 3,
      text: expect.stringContaining('has no database "nowhere"') as string,
    });
    expect(await told(open('HOST/default', { scratch: 'nowhere' }))).toMatchObject({
      code: 'no_such_database',
    });
  });

  it('that settings may not be changed', async () => {
    const message = "Cannot modify 'join_use_nulls' setting in readonly mode.";
    desk.server.interfere(() => ({ code: 164, type: 'READONLY', message }));
    const found = await told(open('HOST/default'));
    expect(found.code).toBe('read_only_settings');
    expect(found.text).toContain('may not change the setting "join_use_nulls"');
    expect(found.text).toContain('Ask for readonly = 2');
  });

  it('that the host cannot be found', async () => {
    const address = serverAddress('clickhouse://no-such-host.invalid/default');
    expect(await told(openClickHouse({ ...commonSettings, address }))).toMatchObject({
      code: 'no_such_host',
      text: expect.stringMatching(/^no-such-host\.invalid:8123 cannot be found\. Check/) as string,
    });
  });

  it('that nobody answers', async () => {
    const address = serverAddress('clickhouse://127.0.0.1:1/default');
    expect(await told(openClickHouse({ ...commonSettings, address }))).toMatchObject({
      code: 'no_answer',
      text: expect.stringContaining('127.0.0.1:1 does not answer. Is the server running') as string,
    });
  });

  it('that HTTPS is spoken to a port for HTTP', async () => {
    const found = await told(open('HOST/default?secure=1'));
    expect(found.code).toBe('wrong_protocol');
    expect(found.text).toContain('With ?secure=1 the port is that of HTTPS (8443)');
  });

  it('that it is no ClickHouse', async () => {
    const other = createServer((_, response) => response.writeHead(404).end('<h1>Nothing here</h1>'));
    const found = await told(openClickHouse({ ...commonSettings, address: await addressOf(other) }));
    other.close();
    expect(found.code).toBe('not_clickhouse');
    expect(found.text).toContain('does not answer as ClickHouse does: <h1>Nothing here</h1>');
  });

  it('that the connection was cut', async () => {
    desk.server.interfere(() => 'hang up');
    expect(await told(open('HOST/default'))).toMatchObject({ code: 'cut_off' });
  });

  it('that the address names a setting which there is not', async () => {
    expect(await told(open('HOST/default?no_such_setting=1'))).toMatchObject({
      code: 'unknown_setting',
      exitCode: 2,
      text: expect.stringContaining('no setting "no_such_setting"') as string,
    });
  });

  it('that the server is too old for a setting of ours', async () => {
    desk.server.interfere(() => ({
      code: 115,
      type: 'UNKNOWN_SETTING',
      message: "Unknown setting 'group_by_use_nulls'",
    }));
    expect(await told(open('HOST/default'))).toMatchObject({ code: 'server_too_old' });
  });
});

async function addressOf(listener: TcpServer, rest = '') {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return serverAddress(`clickhouse://127.0.0.1:${String(port)}/default${rest}`);
}

describe('of a table, people are told', () => {
  it.each([
    ['no.such_table', 'no_such_database', 'has no database "no"'],
    ['no_such_table', 'no_such_table', 'has no table "default.no_such_table"'],
  ])('that there is none: %s', async (name, code, text) => {
    const found = await toldOf(open('HOST/default'), ({ table }) => table(name, choices));
    expect(found).toMatchObject({ code, exitCode: 3, text: expect.stringContaining(text) as string });
  });

  it('that a column is gone', async () => {
    const found = await toldOf(open('HOST/default'), ({ engine }) =>
      engine.query('select y from (select 1 as x)'),
    );
    expect(found).toMatchObject({ code: 'missing_column' });
    expect(found.text).toContain('no column "y"');
  });

  it('that a column is named which it does not have', async () => {
    await desk.server.run(
      'create or replace table default.chats (a String, b DateTime) engine = MergeTree order by tuple()',
    );
    const options = { map: { chat_id: 'a', closed_by: 'Nobody', started_at: 'b' } };
    const found = await toldOf(open('HOST/default'), async ({ engine, table }) =>
      withChats([await table('chats', readingChoices(parseOptions(options)))], options, engine),
    );
    expect(found.text).toContain('Nobody');
  });

  it('nothing secret that its function is given', async () => {
    const secret = 'very-secret-key';
    const message = `Cannot read with key ${secret} of user:pw by sign=1`;
    desk.server.interfere(({ query }) =>
      query.startsWith('describe') ? { code: 499, type: 'S3_ERROR', message } : null,
    );
    const found = await toldOf(open('HOST/default'), ({ table }) =>
      table(`s3('https://user:pw@bucket.example/x.csv?sign=1', 'id', '${secret}', 'CSVWithNames')`, choices),
    );
    expect(found.code).toBe('server_error');
    expect(found.text).toContain('refused a statement (error 499): Cannot read with key ... of ... by ...');
  });
});

describe('of a statement that does not end well, people are told', () => {
  it('that the memory does not suffice', async () => {
    const select =
      'select count(distinct x) as n from (select cast(generate_series as varchar) as x from generate_series(0, 5000000)) as r';
    const found = await toldOf(open('HOST/default?max_memory_usage=30000000'), ({ engine }) =>
      engine.query(select),
    );
    expect(found).toMatchObject({ code: 'server_memory', exitCode: 3 });
    expect(found.text).toContain('maximum: 28.61 MiB');
    expect(found.text).toContain('?max_bytes_before_external_group_by=');
  });

  it('that it took too long for the server', async () => {
    const found = await toldOf(open('HOST/default', { queryTimeout: 1 }), ({ engine }) =>
      engine.query(sleepy),
    );
    expect(found).toMatchObject({ code: 'query_timeout', exitCode: 3 });
    expect(found.text).toContain('--query-timeout allows (1 s)');
  });

  it('that the server does not come back in time', async () => {
    const opening = open('HOST/default', { queryTimeout: 1, graceSeconds: 0 });
    const found = await toldOf(opening, ({ engine }) => {
      desk.server.interfere(({ query }) => (query.includes('as lost') ? 'never' : null));
      return engine.query('select 1 as lost');
    });
    expect(found.code).toBe('query_timeout');
  });

  it('that somebody stopped it', async () => {
    desk.server.interfere(({ query }) =>
      query.includes('as stopped')
        ? { code: 394, type: 'QUERY_WAS_CANCELLED', message: 'Query was cancelled' }
        : null,
    );
    const found = await toldOf(open('HOST/default'), ({ engine }) => engine.query('select 1 as stopped'));
    expect(found.code).toBe('stopped_by_server');
  });

  it.each([
    [243, 'server_disk', 'no disk space left'],
    [202, 'server_limit', 'allows this user less than the report needs: Some words.'],
    [201, 'server_limit', 'ask for a higher limit or quota'],
    [279, 'shard_away', 'cannot reach a shard or another server'],
    [452, 'read_only_settings', 'Ask for readonly = 2'],
    [999, 'server_error', 'refused a statement (error 999): Some words.'],
  ])('that it is error %i of the server: %s', async (code, word, text) => {
    desk.server.interfere(({ query }) =>
      query.includes('as failing') ? { code, type: 'SOME', message: 'Some words.' } : null,
    );
    const found = await toldOf(open(), ({ engine }) => engine.query('select 1 as failing'));
    expect(found).toMatchObject({ code: word, exitCode: 3, text: expect.stringContaining(text) as string });
  });
});

describe('a user without rights', () => {
  it('is told which are needed to send a file', async () => {
    const path = await files.write('RoomCode,ClosedBy,ChatStartTime\n1,A,15-02-2021 10:00:00\n');
    const { fileSource } = await import('../../../src/engines/duckdb/files.js');
    const found = await toldOf(open('reader@HOST/default', { password: 'r' }), async ({ engine }) =>
      withChats([await fileSource(path, 'a.csv')], {}, engine),
    );
    expect(found).toMatchObject({ code: 'no_scratch', exitCode: 3 });
    expect(found.text).toContain(
      'a.csv must be sent to the server, but the user "reader" may make no tables',
    );
    expect(found.text).toContain('GRANT SELECT, INSERT, CREATE TABLE, DROP TABLE ON default.* TO reader');
  });

  it('is told which right is missing to read', async () => {
    const message =
      "reader: Not enough privileges. To execute this query, it's necessary to have the grant SELECT(x) ON support.chats.";
    desk.server.interfere(({ query }) =>
      query.startsWith('describe') ? { code: 497, type: 'ACCESS_DENIED', message } : null,
    );
    const found = await toldOf(open('reader@HOST/default', { password: 'r' }), ({ table }) =>
      table('support.chats', choices),
    );
    expect(found.code).toBe('no_right');
    expect(found.text).toContain('may not do this on');
    expect(found.text).toContain(
      'it needs SELECT(x) ON support.chats. Have it allowed: GRANT SELECT(x) ON support.chats TO reader',
    );
  });
});

describe('a TLS certificate', () => {
  it('that nobody has signed is refused', async () => {
    const [key, cert] = [files.path('key.pem'), files.path('cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...subject], {
      stdio: 'pipe',
    });
    const { createServer: createTls } = await import('node:https');
    const answers = createTls({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
      response
        .writeHead(500, { 'x-clickhouse-exception-code': '999' })
        .end('Code: 999. DB::Exception: It is trusted. (SOME)');
    });
    const address = await addressOf(answers, '?secure=1');
    const refused = await told(openClickHouse({ ...commonSettings, address }));
    expect(refused.code).toBe('untrusted_certificate');
    expect(refused.text).toContain('NODE_EXTRA_CA_CERTS=ca.pem');
    answers.close();
  });
});

it('a server that ends the connection before TLS begins is told of', async () => {
  const mute = createTcp((socket) => socket.destroy());
  const found = await told(
    openClickHouse({ ...commonSettings, address: await addressOf(mute, '?secure=1') }),
  );
  mute.close();
  expect(found.code).toBe('cut_off');
});
