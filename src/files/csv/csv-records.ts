/** One record of a CSV file as it stands there. */
export interface CsvRecord {
  /** Physical line where it starts, from 1. */
  line: number;
  bytes: Uint8Array;
  /** Why it cannot be split into fields; null when it can. */
  fault: string | null;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** A quoted field longer than this is taken for a quote that was never closed. */
const longestRecord = 64 * 1024 * 1024;

/** So much of a line longer than that is kept. */
const keptOfLongest = 4096;

/** Bytes that may be read again after a quote that was never closed; beyond, no quoted field is followed over a line end. */
const mostRereadBytes = 128 * 1024 * 1024;

/** How many bytes show whether lines end in LF. */
const probedBytes = 64 * 1024;

const neverClosed = 'a quote is opened and never closed';

type State = 'field_start' | 'plain' | 'quoted' | 'after_quote' | 'faulty';

/**
 * Cuts a stream of UTF-8 bytes into CSV records, a batch per chunk. A quoted field may hold line ends. A record whose
 * quotes make no sense is given as one faulty physical line, and reading goes on with the next line, so that one stray
 * quote never swallows the rows after it. Empty lines are no records.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<CsvRecord[]> {
  const cutter = new RecordCutter(new TextEncoder().encode(delimiter));
  for await (const chunk of chunks) yield cutter.push(chunk);
  yield cutter.end();
}

class RecordCutter {
  #buffer = new Uint8Array(1 << 17);
  #length = 0;
  #start = 0;
  #position = 0;
  #state: State = 'field_start';
  #line = 1;
  /** Line ends inside the record so far, and where the first of them is. */
  #lineEnds = 0;
  #firstLineEnd = -1;
  #fault: string | null = null;
  #rereadBytes = 0;
  /** LF, or CR for a file that has no LF at all near its start. */
  #lineEnd = 0;
  #records: CsvRecord[] = [];
  /** Its last byte, and the bytes of the whole, where it has several. */
  readonly #delimiter: number;
  readonly #long: Uint8Array | null;
  /** Where the last quoted field was closed. */
  #quoteEnd = -1;

  constructor(delimiter: Uint8Array) {
    this.#delimiter = delimiter.at(-1) ?? 0;
    this.#long = delimiter.length > 1 ? delimiter : null;
  }

  push(chunk: Uint8Array): CsvRecord[] {
    this.#append(chunk);
    if (this.#lineEnd === 0 && this.#length < probedBytes) return [];
    this.#findLineEnd();
    this.#scan();
    this.#shorten();
    return this.#taken();
  }

  end(): CsvRecord[] {
    this.#findLineEnd();
    this.#scan();
    while (this.#state === 'quoted') {
      this.#cutFaulty(neverClosed);
      this.#position += 1;
      this.#scan();
    }
    if (this.#length > this.#start) this.#cut(this.#length);
    return this.#taken();
  }

  #findLineEnd(): void {
    if (this.#lineEnd !== 0) return;
    const probed = this.#buffer.subarray(0, Math.min(this.#length, probedBytes));
    this.#lineEnd = probed.includes(LF) || !probed.includes(CR) ? LF : CR;
  }

  #taken(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #append(chunk: Uint8Array): void {
    const rest = this.#length - this.#start;
    if (rest + chunk.length > this.#buffer.length || this.#start > 0) {
      const size = Math.max(this.#buffer.length, 2 ** Math.ceil(Math.log2(rest + chunk.length)));
      const grown = new Uint8Array(size);
      grown.set(this.#buffer.subarray(this.#start, this.#length));
      this.#buffer = grown;
      this.#position -= this.#start;
      if (this.#firstLineEnd >= 0) this.#firstLineEnd -= this.#start;
      this.#quoteEnd -= this.#start;
      this.#start = 0;
      this.#length = rest;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  /** Forgets most of a line that is longer than memory should hold. */
  #shorten(): void {
    if (this.#lineEnds > 0 || this.#length - this.#start <= longestRecord) return;
    this.#fault = 'longer than 64 MB';
    this.#state = 'faulty';
    this.#length = this.#start + keptOfLongest;
    this.#position = this.#length;
  }

  #scan(): void {
    while (this.#position < this.#length) {
      const byte = this.#buffer[this.#position] ?? 0;
      if (byte === this.#lineEnd) this.#atLineEnd();
      else this.#atByte(byte);
      this.#position += 1;
    }
  }

  #atLineEnd(): void {
    if (this.#state !== 'quoted') {
      this.#cut(this.#position);
      return;
    }
    if (this.#lineEnds === 0) this.#firstLineEnd = this.#position;
    this.#lineEnds += 1;
    const isLong = this.#position - this.#start > longestRecord;
    if (isLong || this.#rereadBytes > mostRereadBytes) this.#cutFaulty(neverClosed);
  }

  #atByte(byte: number): void {
    switch (this.#state) {
      case 'plain':
        if (this.#endsDelimiter(byte)) this.#state = 'field_start';
        break;
      case 'quoted':
        if (byte === QUOTE) {
          this.#state = 'after_quote';
          this.#quoteEnd = this.#position;
        }
        break;
      case 'field_start':
        if (byte === QUOTE) this.#state = 'quoted';
        else if (!this.#endsDelimiter(byte) && byte !== SPACE) this.#state = 'plain';
        break;
      case 'after_quote':
        this.#afterQuote(byte);
        break;
      case 'faulty':
        break;
    }
  }

  #afterQuote(byte: number): void {
    const before = this.#buffer[this.#position - 1];
    if (byte === QUOTE && before === QUOTE) this.#state = 'quoted';
    else if (this.#endsDelimiter(byte)) this.#state = 'field_start';
    else if (byte !== SPACE && byte !== CR && !this.#beginsDelimiter())
      this.#cutFaulty('text follows a closing quote');
  }

  /** Whether a delimiter ends with this byte, which is the one at the position. */
  #endsDelimiter(byte: number): boolean {
    if (byte !== this.#delimiter) return false;
    const long = this.#long;
    if (!long) return true;
    const start = this.#position - long.length + 1;
    return start >= this.#start && long.every((one, at) => this.#buffer[start + at] === one);
  }

  /** Whether what follows a closed quote is the beginning of a delimiter of several bytes. */
  #beginsDelimiter(): boolean {
    const long = this.#long;
    const length = this.#position - this.#quoteEnd;
    if (!long || length >= long.length) return false;
    return long.subarray(0, length).every((one, at) => this.#buffer[this.#quoteEnd + 1 + at] === one);
  }

  #cutFaulty(fault: string): void {
    this.#fault = fault;
    if (this.#lineEnds === 0) {
      this.#state = 'faulty';
      return;
    }
    this.#rereadBytes += this.#position - this.#firstLineEnd;
    this.#position = this.#firstLineEnd;
    this.#lineEnds = 0;
    this.#cut(this.#position);
  }

  #cut(end: number): void {
    const isCrLf = this.#buffer[end - 1] === CR && end > this.#start;
    const bytes = this.#buffer.slice(this.#start, isCrLf ? end - 1 : end);
    // blank lines by the million cost as much as rows
    if (bytes.length > 0) this.#records.push({ line: this.#line, bytes, fault: this.#fault });
    this.#line += this.#lineEnds + 1;
    this.#start = end + 1;
    this.#state = 'field_start';
    this.#lineEnds = 0;
    this.#firstLineEnd = -1;
    this.#fault = null;
  }
}
