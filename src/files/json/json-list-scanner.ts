import type { UserError } from '../../errors.js';
import { ByteCollector, type Bytes } from '../streams.js';

/** A record of the list, not yet parsed. */
export interface ListRecord {
  line: number;
  bytes: Bytes;
}

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** No record is as long as this; beyond it the file is not what it seems. */
const longestRecord = 64 << 20;
const longestKey = 200;
const deepest = 1000;

/**
 * Cuts a JSON list into its records as bytes come: by brackets and strings alone, whatever lies between. The list is the whole
 * text, or the first list of objects among the values of the object that the text is.
 */
export class JsonListScanner {
  /** The key of the list, when it lies in an object. */
  key: string | null = null;
  /** Keys of further lists of objects. */
  passedOver: string[] = [];
  private line = 1;
  private inString = false;
  private isEscaped = false;
  private readonly brackets: number[] = [];
  private isOver = false;
  /** How deep the records lie; 0 until the list is found. */
  private recordDepth = 0;
  private isListOver = false;
  /** A list right in the top object has begun, and its first value is not known yet. */
  private isListBegun = false;
  /** The latest string in the top object: its key, at the time a list begins. */
  private topString: number[] = [];
  private record = new ByteCollector();
  private recordLine = 0;
  private isInRecord = false;
  private hasComma = false;
  /** The byte at hand ends a record, so it begins none. */
  private isAfterRecord = false;

  constructor(private readonly broken: (line: number, why: string) => UserError) {}

  /** The records that end in this chunk. */
  scan(chunk: Bytes): ListRecord[] {
    const records: ListRecord[] = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === lineFeed) this.line += 1;
      if (this.inString) {
        this.inText(byte);
        continue;
      }
      if (byte <= 0x20) continue;
      if (this.isInRecord && this.endsRecord(byte)) records.push(this.finished(chunk.slice(start, at)));
      const wasInRecord = this.isInRecord;
      if (!wasInRecord) this.beginRecord(byte);
      this.step(byte);
      if (!wasInRecord) start = at;
    }
    if (this.isInRecord) this.keep(chunk.slice(start));
    return records;
  }

  /** Call at the end of the text. */
  end(): void {
    if (this.isOver) return;
    throw this.broken(this.line, 'it ends in the middle, so it was cut off');
  }

  private get depth(): number {
    return this.brackets.length;
  }

  private inText(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === backslash) this.isEscaped = true;
    else if (byte === quote) this.inString = false;
    if (this.inString && this.isTopString() && this.topString.length < longestKey) this.topString.push(byte);
  }

  private beginRecord(byte: number): void {
    if (this.depth !== this.recordDepth || this.recordDepth === 0 || this.isListOver) return;
    if (byte === closeBracket && this.hasComma)
      throw this.broken(this.line, 'a comma stands before the end of the list');
    if (byte === closeBracket || this.isAfterRecord) return;
    if (byte === comma) throw this.broken(this.line, 'a record is missing between two commas');
    this.isInRecord = true;
    this.recordLine = this.line;
  }

  private endsRecord(byte: number): boolean {
    return this.depth === this.recordDepth && (byte === comma || byte === closeBracket);
  }

  private finished(rest: Bytes): ListRecord {
    this.keep(rest);
    this.isInRecord = false;
    this.isAfterRecord = true;
    return { line: this.recordLine, bytes: this.record.take() };
  }

  private keep(bytes: Bytes): void {
    this.record.add(bytes);
    if (this.record.length > longestRecord)
      throw this.broken(this.recordLine, 'a record is longer than 64 MB');
  }

  private step(byte: number): void {
    if (this.isOver) throw this.broken(this.line, 'something follows its end');
    if (this.isListBegun) this.firstValue(byte);
    this.hasComma = byte === comma;
    this.isAfterRecord = false;
    if (byte === quote) this.openString();
    else if (byte === openBrace || byte === openBracket) this.openGroup(byte);
    else if (byte === closeBrace || byte === closeBracket) this.closeGroup(byte);
    else if (this.depth === 0) throw this.broken(this.line, 'it is neither a list nor an object');
  }

  private openString(): void {
    this.inString = true;
    if (this.isTopString()) this.topString = [];
  }

  private isTopString(): boolean {
    return this.depth === 1 && this.recordDepth !== 1;
  }

  private openGroup(byte: number): void {
    this.brackets.push(byte);
    if (this.depth > deepest) throw this.broken(this.line, 'it is nested more than 1,000 deep');
    if (byte !== openBracket) return;
    if (this.depth === 1) this.recordDepth = 1;
    else if (this.depth === 2 && this.brackets[0] === openBrace) this.isListBegun = true;
  }

  /** The first byte in a list right in the top object: is it a list of objects? */
  private firstValue(byte: number): void {
    this.isListBegun = false;
    if (byte !== openBrace) return;
    const key = new TextDecoder().decode(new Uint8Array(this.topString));
    if (this.recordDepth > 0) {
      this.passedOver.push(key);
      return;
    }
    this.key = key;
    this.recordDepth = 2;
    this.isInRecord = true;
    this.recordLine = this.line;
  }

  private closeGroup(byte: number): void {
    const opened = this.brackets.pop();
    if (opened !== (byte === closeBrace ? openBrace : openBracket))
      throw this.broken(this.line, `a ${String.fromCharCode(byte)} closes nothing`);
    if (this.depth === 0) this.isOver = true;
    if (this.recordDepth > 0 && this.depth < this.recordDepth) this.isListOver = true;
  }
}
