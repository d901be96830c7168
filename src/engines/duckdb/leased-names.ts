import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, readlinkSync, lstatSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Names from elsewhere, or from before this computer was started, are a run's that cannot be asked for: they stay so long. */
const longestRunMs = 2 * 86_400_000;

const place = placeOfNumbers();

/** What tells a run from every other one: its process, when that began, and where process numbers mean the same. */
export const ownLease = leaseOf(process.pid);

function leaseOf(pid: number): string {
  return `${String(pid)}-${startOf(pid)}-${place}`;
}

/** When a process began, in ticks of this computer's clock; 0 where that cannot be told. */
function startOf(pid: number): string {
  const status = textOf(() => readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}

function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function placeOfNumbers(): string {
  const boot = textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const numbers = textOf(() => readlinkSync('/proc/self/ns/pid'));
  return createHash('sha256').update(`${boot} ${numbers} ${hostname()}`).digest('hex').slice(0, 8);
}

/**
 * Removes what runs have left in a folder that were killed: files and folders of this user whose names begin with `prefix` and
 * a lease. What another run still uses stays.
 */
export function removeAbandoned(folder: string, prefix: string): void {
  for (const name of names(folder)) {
    if (!name.startsWith(prefix)) continue;
    const lease = /^(\d+)-\d+-[0-9a-f]{8}(?=-)/.exec(name.slice(prefix.length));
    if (lease?.[1] && isAbandoned(join(folder, name), lease[0], Number(lease[1])))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 2 });
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAbandoned(path: string, lease: string, pid: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink() || found.uid !== (process.geteuid?.() ?? found.uid)) return false;
  if (!lease.endsWith(place)) return Date.now() - found.mtimeMs > longestRunMs;
  return !isAlive(pid) || leaseOf(pid) !== lease;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
