import { closeSync, openSync, writeSync } from 'node:fs';
import type { MakeFile } from './generated.js';
import { csv, headings, records, rows } from './rows.js';

const megabytes = (count: number, text = 'x'): string => text.repeat((count << 20) / text.length);

/** Writes a file piece by piece. */
const pieces =
  (make: () => Iterable<string>): MakeFile =>
  (path) => {
    const file = openSync(path, 'w');
    for (const piece of make()) writeSync(file, piece);
    closeSync(file);
  };

function* repeated(count: number, make: (from: number) => string): Generator<string> {
  for (let at = 0; at < count; at += 1) yield make(at);
}

function* wide(): Generator<string> {
  const extra = Array.from({ length: 4990 }, (_, at) => `Extra ${at}`);
  yield csv(
    rows.map((row) => [...row, ...extra.map(() => 'x')]),
    [...headings, ...extra],
  );
}

function* aroundRow(cell: string): Generator<string> {
  yield csv(rows.slice(0, 2));
  yield '70009,u9,Asha,';
  for (let at = 0; at < 50; at += 1) yield cell;
}

function* garbage(): Generator<string> {
  yield csv();
  yield* repeated(1000, () => 'x#\n'.repeat(1000));
}

export const largeFiles: Record<string, MakeFile> = {
  'columns-5000': pieces(wide),
  'line-of-50-mb': pieces(function* () {
    yield* aroundRow(megabytes(1));
    yield `\n${csv(rows.slice(2), []).trimStart()}`;
  }),
  'line-of-50-mb-alone': pieces(() => repeated(50, () => megabytes(1))),
  'quoted-cell-of-50-mb': pieces(function* () {
    yield `${csv(rows.slice(0, 2))}70009,u9,Asha,"`;
    yield* repeated(50, () => megabytes(1, 'He said no.\nShe did.\n  \n'));
    yield '",15-02-2021 9:00:00,-,-,-,-,-\n';
    yield csv(rows.slice(2), []).trimStart();
  }),
  'blank-lines-first': pieces(function* () {
    yield '\n'.repeat(256 * 1024 + 10);
    yield csv();
  }),
  'garbage-lines': pieces(garbage),
  'unclosed-quote-in-every-row': pieces(function* () {
    yield csv();
    yield* repeated(200, () => 'a",",b\n'.repeat(1000));
  }),
  'json-nested-deep': pieces(function* () {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    yield `[${JSON.stringify(records[0])},{"RoomCode":"1","Deep":${deep}}]`;
  }),
  'json-lines-nested-deep': pieces(function* () {
    const deep = `${'['.repeat(10_000)}1${']'.repeat(10_000)}`;
    yield `${JSON.stringify(records[0])}\n{"RoomCode":"1","Deep":${deep}}\n${JSON.stringify(records[1])}\n`;
  }),
  'json-one-record-of-50-mb': pieces(function* () {
    yield `[${JSON.stringify(records[0])},{"RoomCode":"`;
    yield* repeated(50, () => megabytes(1));
    yield `"},${JSON.stringify(records[1])}]`;
  }),
};
