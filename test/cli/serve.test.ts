import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';
import { desk, ended, program, type Run } from './program.js';

const { run, start } = desk();
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Serving {
  child: ChildProcess;
  url: string;
  end: Promise<Run>;
}

/** Waits until the program has told its address. */
async function serving(child: ChildProcess): Promise<Serving> {
  running.push(child);
  const end = ended(child);
  let text = '';
  while (!text.includes('Ctrl-C')) {
    const [part] = (await once(child.stdout ?? expect.fail(), 'data')) as [Buffer];
    text += part.toString();
  }
  return { child, url: /http:\S+/.exec(text)?.[0] ?? expect.fail(text), end };
}

const serve = (...args: string[]) => serving(start('serve', '--port', '0', ...args));

describe('chat-metrics serve', () => {
  it('gives the built page at the address that it prints, and says how to stop it', async () => {
    const { child, url, end } = await serve();
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Chat Metrics</title>');
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ stdout: `Chat Metrics is at ${url}\nCtrl-C stops it.\n`, stderr: '' });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops at once by %s, with open connections too', async (signal, code) => {
    const { child, url, end } = await serve();
    const idle = connect(Number(new URL(url).port), '127.0.0.1');
    await once(idle, 'connect');
    const sent = performance.now();
    const isClosed = once(idle, 'close');
    child.kill(signal);
    const { code: ended, signal: endedBy } = await end;
    await isClosed;
    expect(ended ?? { SIGINT: 130, SIGTERM: 143 }[String(endedBy)]).toBe(code);
    expect(performance.now() - sent).toBeLessThan(1000);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('says that a port is taken and names one that is free', async () => {
    const other = await taken();
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await run('serve', '--port', String(port));
    other.close();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`Error: Port ${port} is taken`);
    const free = Number(/--port (\d+)/.exec(stderr)?.[1]);
    expect(free).toBeGreaterThan(port);
    const { url } = await serving(start('serve', '--port', String(free)));
    expect((await fetch(url)).status).toBe(200);
  });

  it.each([
    [['--port', '99999'], '--port: "99999" is not allowed.'],
    [['--port', '-1'], '--port'],
    [['--port', 'web'], '--port: "web" is not allowed.'],
    [['--host', '203.0.113.7'], '--host: "203.0.113.7" is not an address of this computer.'],
    [['chats.csv'], '"serve" takes no "chats.csv".'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await run('serve', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says who can open the page where that is not this computer alone, and answers under the names of this one', async () => {
    const { child, url, end } = await serve('--host', '0.0.0.0');
    const { port } = new URL(url);
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const address = own.find(({ family }) => family === 'IPv4')?.address ?? '127.0.0.1';
    for (const host of ['127.0.0.1', 'localhost', address]) {
      expect((await fetch(`http://${host}:${port}/`)).status).toBe(200);
    }
    child.kill('SIGINT');
    expect((await end).stderr).toContain('Others on your network can open the page too.');
  });

  it('answers no page elsewhere that has its own name point to this computer', async () => {
    const { url } = await serve();
    const { port } = new URL(url);
    const { stdout } = spawnSync(process.execPath, ['-e', rebound], {
      env: { PORT: port },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^421 This server is not known as "evil\.example:/);
  });

  it('says so when the program was built without its page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-bare-'));
    cpSync(resolve('dist'), join(folder, 'dist'), {
      recursive: true,
      filter: (path) => !path.includes('web'),
    });
    const bare = join(folder, 'dist/cli/main.js');
    const child = spawn(process.execPath, [bare, 'serve'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const { code, stderr } = await ended(child);
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(3);
    expect(stderr).toContain('The web page is not built');
    expect(stderr).toContain('npm start');
  });
});

describe('npm start', () => {
  it('serves the page, and a Ctrl-C ends it', async () => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'dist/cli/main.js', 'serve', '--port', '0'], {
      env: plainEnv(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { url, end } = await serving(child);
    expect(await (await fetch(url)).text()).toContain('<title>Chat Metrics</title>');
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: null, signal: 'SIGINT', stderr: '' });
    await expect(fetch(url)).rejects.toThrow();
  });

  it('builds the page, which a report does without', () => {
    const project = mkdtempSync(join(tmpdir(), 'chat-metrics-start-'));
    mkdirSync(join(project, 'scripts'));
    cpSync(resolve('scripts/run.mjs'), join(project, 'scripts/run.mjs'));
    const setUp = `import { dirname } from 'node:path';
      export const root = dirname(import.meta.dirname);
      export const setup = ({ withPage }) => console.log('with page:', withPage);`;
    writeFileSync(join(project, 'scripts/setup.mjs'), setUp);
    writeFileSync(join(project, 'program.mjs'), '');
    const setUpFor = (command: string) =>
      spawnSync(process.execPath, [join(project, 'scripts/run.mjs'), 'program.mjs', command], {
        encoding: 'utf8',
      }).stdout.trim();
    const told = [setUpFor('serve'), setUpFor('report')];
    rmSync(project, { recursive: true, force: true });
    expect(told).toEqual(['with page: true', 'with page: false']);
  });
});

it('the program loads no server before it is to serve', () => {
  expect(readFileSync(program, 'utf8')).not.toContain('node:http');
});

/** fetch lets no one name a host. */
const rebound = `
  require('node:http').get({ host: '127.0.0.1', port: process.env.PORT, headers: { host: 'evil.example:' + process.env.PORT } },
    async (response) => { let text = response.statusCode + ' '; for await (const part of response) text += part; console.log(text); });`;

function taken(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
