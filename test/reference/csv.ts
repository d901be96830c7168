/** Splits CSV text (commas, `"` quotes, any line end) into records of raw fields; blank lines are no records. */
export function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let position = 0;
  while (position < text.length) {
    const { fields, next } = recordAt(text, position);
    if (fields.length > 1 || trimmed(fields[0] ?? '') !== '') records.push(fields);
    position = next;
  }
  return records;
}

function recordAt(text: string, start: number): { fields: string[]; next: number } {
  const fields: string[] = [];
  let position = start;
  for (;;) {
    const { value, next } = text[position] === '"' ? quotedAt(text, position) : plainAt(text, position);
    fields.push(value);
    if (text[next] !== ',') return { fields, next: afterLineEnd(text, next) };
    position = next + 1;
  }
}

function plainAt(text: string, start: number): { value: string; next: number } {
  let next = start;
  while (next < text.length && !',\r\n'.includes(text[next] ?? '')) next++;
  return { value: text.slice(start, next), next };
}

function quotedAt(text: string, start: number): { value: string; next: number } {
  let value = '';
  let next = start + 1;
  while (next < text.length) {
    if (text[next] !== '"') value += text[next++];
    else if (text[next + 1] === '"') {
      value += '"';
      next += 2;
    } else break;
  }
  return { value, next: next + 1 };
}

function afterLineEnd(text: string, position: number): number {
  return text.startsWith('\r\n', position) ? position + 2 : position + 1;
}

/** Without white space of any Unicode kind, no-break spaces and byte-order marks at both ends. */
export function trimmed(text: string): string {
  return text.replace(/^[\p{White_Space}\uFEFF]+|[\p{White_Space}\uFEFF]+$/gu, '');
}
