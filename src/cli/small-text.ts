import { open } from 'node:fs/promises';

/**
 * The text of a file that people write by hand, so that a wrong one is not read for long.
 * @param most in bytes
 * @throws Error where it cannot be read, or is larger.
 */
export async function smallText(path: string, most: number): Promise<string> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let read = 1; read > 0 && length <= most; length += read) {
      read = (await file.read(bytes, length, bytes.length - length)).bytesRead;
    }
    if (length > most) throw new Error(`It is larger than ${String(most / 1024)} kB.`);
    return bytes.toString('utf8', 0, length);
  } finally {
    await file.close();
  }
}
