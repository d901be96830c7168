import { describe, expect, test } from 'vitest';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();

/** Twelve chats of five minutes each with these first response times. */
function csvOf(heading: string, value: (index: number) => string): string {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const minute = String(index).padStart(2, '0');
    return `${String(index)},Asha,15-02-2021 10:${minute}:00,15-02-2021 10:${minute}:50,${value(index)}`;
  });
  return [`RoomCode,ClosedBy,ChatStartTime,ChatEndTime,${heading}`, ...rows].join('\n');
}

async function warningsOf(csv: string, options = {}): Promise<string[]> {
  const report = await files.report(csv, { profile: 'generic', ...options });
  return report.data_quality.warnings.map(
    ({ kind, rows, message }) => `${kind} ${String(rows)} ${message.replace(/^\S+\.csv, /, '')}`,
  );
}

describe('a wrong unit', () => {
  test('is caught when first responses are longer than their chats, and the option puts it right', async () => {
    const csv = csvOf('First response time', (index) => String(4000 + index));
    expect(await warningsOf(csv)).toEqual([
      'doubtful_unit 12 column "First response time" (agent_first_response_seconds): 12 of 12 values are longer than their chat. If they are milliseconds: --unit agent_first_response_seconds=milliseconds.',
    ]);
    expect(await warningsOf(csv, { unit: { agent_first_response_seconds: 'milliseconds' } })).toEqual([]);
  });

  test('is caught when every value is a fraction below 1', async () => {
    const csv = csvOf('First response time', () => '0.0000463');
    expect(await warningsOf(csv)).toEqual([
      'doubtful_unit 12 column "First response time" (agent_first_response_seconds): every value is below 1. If they are fractions of a day: --unit agent_first_response_seconds=days.',
    ]);
    const right = await files.report(csv, { unit: { agent_first_response_seconds: 'days' } });
    expect(right.tables.agent_metrics[0]?.['first_response_avg_seconds']).toBeCloseTo(4.00032, 5);
  });

  test('is caught when the heading says hours above H:mm:ss, which are read as such', async () => {
    const csv = csvOf('First response time (in hrs)', () => '0:00:04').replace('First response time', 'FRT');
    const options = { map: { agent_first_response_seconds: 'FRT (in hrs)' } };
    expect(await warningsOf(csv, options)).toEqual([
      'doubtful_unit 12 column "FRT (in hrs)" (agent_first_response_seconds): its heading says hours, but it holds times such as 0:00:04: those are read as hours, minutes and seconds. Numbers in it are read as hours; otherwise: --unit agent_first_response_seconds=UNIT.',
    ]);
  });

  const minutesOf = (heading: string, isWithLength = false): string => {
    const rows = Array.from({ length: 12 }, (_, index) => {
      const length = 45 + index;
      const more = isWithLength ? `,${String(length)}` : '';
      return `${String(index)},Asha,15-02-2021 10:00:00,15-02-2021 10:${String(length)}:00,${String(1 + index * 2)}${more}`;
    });
    return [`RoomCode,ClosedBy,ChatStartTime,ChatEndTime,${heading}`, ...rows].join('\n');
  };
  const unit = { unit: { agent_first_response_seconds: 'minutes' } };

  test('is possible where answers would be within their chats as minutes too, and nothing says a unit', async () => {
    const [warning, ...more] = await warningsOf(minutesOf('First response time'));
    expect(warning).toMatch(
      /^doubtful_unit 12 column "First response time" .*as minutes too each of the 12 values/,
    );
    expect(warning).toMatch(
      /--unit agent_first_response_seconds=minutes; if seconds: --unit agent_first_response_seconds=seconds/,
    );
    expect(more).toEqual([]);
    expect(await warningsOf(minutesOf('First response time'), unit)).toEqual([]);
    expect(await warningsOf(minutesOf('First response time (seconds)'))).toEqual([]);
  });

  test('is possible where all answers are short and have fractions', async () => {
    const short = minutesOf('First response time').replace(
      /,(\d+)$/gm,
      (_, value: string) => `,${String(Number(value) / 20)}`,
    );
    expect((await warningsOf(short))[0]).toMatch(/as minutes too each of the 12 values/);
  });

  test('is not taken for granted of nines that come again and again', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) =>
        `${String(at)},Asha,15-02-2021 10:00:00,15-02-2021 10:40:00,${at % 4 ? String(20 + at) : '999999'}`,
    );
    const csv = ['RoomCode,ClosedBy,ChatStartTime,ChatEndTime,First response seconds', ...rows].join('\n');
    expect((await warningsOf(csv)).join()).toContain('999999 stands in 3 of the 12 values');
  });

  test('is told by a column beside it that is in minutes by the times of its chats', async () => {
    const [warning] = await warningsOf(minutesOf('First response time,Resolution time', true));
    expect(warning).toContain(
      'column "Resolution time" is in minutes by the times of its chats (45 where a chat took 2,700 seconds)',
    );
  });

  test('is not suspected of plausible values', async () => {
    expect(await warningsOf(csvOf('First response time', (index) => String(index)))).toEqual([]);
  });
});
