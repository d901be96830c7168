import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A process of this computer among all of all computers, as a text that names none of them; '' where the system does not
 * tell (only Linux does: by the boot, the space that process numbers are counted in, the number and when it began).
 */
export function ownerOf(pid: number): string {
  const machine = thisMachine();
  const begun = beginOf(pid);
  return machine === null || begun === null ? '' : `${machine}.${String(pid)}.${begun}`;
}

/** Whether a process runs still; null where that cannot be told from here. */
export function isRunning(owner: string): boolean | null {
  const [machine, pid, begun] = owner.split('.');
  if (!machine || machine !== thisMachine()) return null;
  return beginOf(Number(pid)) === begun;
}

function thisMachine(): string | null {
  const facts = textOf(
    () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') + readlinkSync('/proc/self/ns/pid'),
  );
  return facts && createHash('sha256').update(facts).digest('hex').slice(0, 16);
}

/** When a process began, in ticks since the boot; its name, which stands before that, may hold anything. */
function beginOf(pid: number): string | null {
  const stat = textOf(() => readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function textOf(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
