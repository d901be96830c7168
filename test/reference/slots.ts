import { secondOfDay } from './time.js';

/** The half hours of a day, from 0. */
export const slots = Array.from({ length: 48 }, (_, i) => i);

export const slotSeconds = 1800;

export const slotOf = (wall: number): number => Math.floor(secondOfDay(wall) / slotSeconds);

export const slotName = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
