import { expect, it } from 'vitest';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const days = 28;
const together = 400;
const agents = ['Asha', 'Ben', 'Chen'];

const two = (number: number): string => String(number).padStart(2, '0');

/** Each day every agent is given many chats in one second, the longest of two hours. */
function rows(): string[] {
  return Array.from({ length: days * together }, (_, index) => {
    const day = `${two(1 + (index % days))}-02-2026`;
    const minutes = (index * 7) % 120;
    return agents.map(
      (agent, at) =>
        `${String(index * 3 + at)},${agent},${day} 10:00,${day} ${two(10 + Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    );
  }).flat();
}

it('chats that begin together are in one shift, however many they are', async () => {
  const csv = `RoomCode,ClosedBy,ChatStartTime,ChatEndTime\n${rows().join('\n')}\n`;
  const { tables } = await files.report(csv, {});
  const shifts = tables.agent_activity_by_shift.map((row) => [
    row['chats'],
    row['shifts'],
    row['free_seconds'],
  ]);
  expect(shifts).toEqual(Array.from({ length: days * agents.length }, () => [together, 1, 0]));
});
