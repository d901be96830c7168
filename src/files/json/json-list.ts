import type { SourceFile } from '../source.js';
import { unusableInput, type UserError } from '../../errors.js';
import { JsonListScanner } from './json-list-scanner.js';
import { utf8Text } from '../streams.js';
import { utf8Bytes } from './utf8-bytes.js';

/** The JSON text of one record. */
export interface JsonText {
  /** The line where it begins, from 1. */
  line: number;
  raw: string;
  /** Null when it cannot be read, for the reason in `fault`. */
  text: string | null;
  fault?: string;
}

/** What is told about a list besides its records. */
export interface ListFindings {
  key: string | null;
  notes: string[];
}

/**
 * The records of a JSON list, or of the first list of objects in a JSON object, a batch per chunk; each one's own syntax is not
 * checked. Sets the list's key, and notes other lists that were passed over. Error: `broken_json`.
 */
export async function* jsonListTexts(file: SourceFile, findings: ListFindings): AsyncGenerator<JsonText[]> {
  const scanner = new JsonListScanner((line, why) => brokenList(file.name, line, why));
  for await (const chunk of await utf8Bytes(file)) {
    const records = scanner.scan(chunk);
    findings.key = scanner.key;
    if (records.length > 0) yield records.map(({ line, bytes }) => jsonText(line, bytes));
  }
  scanner.end();
  const { passedOver } = scanner;
  if (passedOver.length > 0) findings.notes.push(passedOverNote(scanner.key, passedOver));
}

function jsonText(line: number, bytes: Uint8Array): JsonText {
  const raw = new TextDecoder().decode(bytes).trimEnd();
  const fault = utf8Text(bytes) === null ? 'its bytes are not UTF-8 text' : undefined;
  return { line, raw, text: fault ? null : raw, fault };
}

/** The error for a JSON list that cannot be read to its end. */
export function brokenList(name: string, line: number, why: string): UserError {
  const hint = `Look at line ${line}, or export or download it again.`;
  return unusableInput('broken_json', `${name} is not valid JSON: ${why}.`, hint, { file: name, line });
}

function passedOverNote(key: string | null, others: readonly string[]): string {
  const names = others.map((other) => `"${other}"`).join(', ');
  return `The records are those of "${key ?? ''}"; not read: ${names}.`;
}
