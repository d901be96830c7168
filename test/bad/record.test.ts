import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { it } from 'vitest';
import { generateReport } from '../../src/index.js';
import { brokenInvariants } from '../golden/invariants.js';
import { badCases, inputOf } from './cases.js';
import { ofError, ofReport } from './outcome.js';
const only = process.env['ONLY']?.split(',');
mkdirSync('/tmp/bad/out', { recursive: true });
it.each(badCases.filter((c) => (only ? only.includes(c.name) : true)))(
  '$name',
  async (one) => {
    const home = mkdtempSync(join(tmpdir(), 'bad-'));
    const t0 = Date.now();
    mkdirSync(join(home, 'tmp'));
    mkdirSync(join(home, 'in'));
    const path = await inputOf(one, join(home, 'in'));
    const old = process.env['TMPDIR'];
    process.env['TMPDIR'] = join(home, 'tmp');
    const t1 = Date.now();
    let out: unknown;
    let extra: string[] = [];
    try {
      const r = await generateReport({ files: path });
      out = ofReport(r, dirname(path));
      extra = brokenInvariants(r);
    } catch (e) {
      try {
        out = ofError(e, dirname(path));
      } catch (x) {
        out = { BUG: String((x as Error).stack).slice(0, 1500) };
      }
    }
    if (old === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = old;
    const left = readdirSync(join(home, 'tmp'));
    rmSync(home, { recursive: true, force: true });
    const ms = Date.now() - t1;
    writeFileSync(
      `/tmp/bad/out/${one.name}.json`,
      JSON.stringify({
        out,
        extra: extra.slice(0, 5),
        left,
        ms,
        make: t1 - t0,
        rss: Math.round(process.memoryUsage().rss / 1e6),
      }),
    );
  },
  120000,
);
