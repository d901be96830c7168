import { below } from './random.js';
import type { Random } from './random.js';

const RETURNING_RATE = 0.1;
const USERS_REMEMBERED = 4_096;
const FOUR_DIGITS = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));

/** Gives the customer of one chat after another: mostly a new one, now and then one of the latest few thousand. */
export function createUsers(random: Random): () => string {
  const remembered: string[] = [];
  let oldest = 0;
  return () => {
    if (remembered.length > 0 && random.next() < RETURNING_RATE) {
      return remembered[below(random, remembered.length)] as string;
    }
    const user = uuid(random);
    remembered[oldest] = user;
    oldest = (oldest + 1) % USERS_REMEMBERED;
    return user;
  };
}

/** A version 4 UUID. */
function uuid(random: Random): string {
  const first = random.bits();
  const second = random.bits();
  const third = random.bits();
  const fourth = random.bits();
  const version = hex((second & 0x0fff) | 0x4000);
  const variant = hex(((third >>> 16) & 0x3fff) | 0x8000);
  return `${hex(first >>> 16)}${hex(first)}-${hex(second >>> 16)}-${version}-${variant}-${hex(third)}${hex(fourth >>> 16)}${hex(fourth)}`;
}

function hex(bits: number): string {
  return FOUR_DIGITS[bits & 0xffff] as string;
}
