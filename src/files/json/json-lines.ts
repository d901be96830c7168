import type { SourceFile } from '../source.js';
import type { JsonText } from './json-list.js';
import { ByteCollector, utf8Text, type Bytes } from '../streams.js';
import { longestRow } from '../csv/csv-rows.js';
import { utf8Bytes } from './utf8-bytes.js';

const lineFeed = 0x0a;

/** The lines of a file that are not blank, a batch per chunk. */
export async function* jsonLineTexts(file: SourceFile): AsyncGenerator<JsonText[]> {
  const pending = new ByteCollector();
  let line = 1;
  for await (const chunk of await utf8Bytes(file)) {
    const texts: JsonText[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      addPart(pending, chunk.subarray(start, end));
      addText(texts, pending.take(), line);
      line += 1;
      start = end + 1;
    }
    addPart(pending, chunk.subarray(start));
    yield texts;
  }
  const last: JsonText[] = [];
  addText(last, pending.take(), line);
  yield last;
}

/** Of a line that is too long, only as much is kept as tells that it is. */
function addPart(pending: ByteCollector, part: Bytes): void {
  if (pending.length <= longestRow) pending.add(part.slice(0, longestRow + 1));
}

function addText(texts: JsonText[], bytes: Bytes, line: number): void {
  if (bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) return;
  const raw = new TextDecoder().decode(bytes).replace(/\r$/, '');
  if (bytes.length > longestRow) texts.push({ line, raw, text: null, fault: 'longer than 2 MB' });
  else if (utf8Text(bytes) === null)
    texts.push({ line, raw, text: null, fault: 'its bytes are not UTF-8 text' });
  else texts.push({ line, raw, text: raw });
}
