import { SaxesParser } from 'saxes';
import { UserError } from '../../errors.js';
import type { Bytes } from '../streams.js';

export type Attributes = Record<string, string>;

/** What happens in an XML text; names come without their prefix. Text may come in several pieces. */
export interface XmlEvents {
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}

/** No text, tag or comment of a workbook is as long as this. */
const longestToken = 32 << 20;

/**
 * Parses XML as its bytes come: calls the events of a chunk, then yields, so that the reader sets the pace. Calls `broken`
 * for the error to throw when the text is not well-formed XML.
 */
export async function* xmlSteps(
  bytes: ReadableStream<Bytes>,
  events: XmlEvents,
  broken: (why: string) => UserError,
): AsyncGenerator<void> {
  const state = { sinceEvent: 0 };
  const parser = parserOf(events, state);
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    state.sinceEvent += chunk.length;
    guarded(() => parser.write(decoder.decode(chunk, { stream: true })), broken);
    if (state.sinceEvent > longestToken) throw broken('a text in it is longer than 32 MB');
    yield;
  }
  guarded(() => parser.write(decoder.decode()).close(), broken);
  yield;
}

/** Parses a whole XML text. */
export async function parseXml(...parameters: Parameters<typeof xmlSteps>): Promise<void> {
  const steps = xmlSteps(...parameters);
  while (!(await steps.next()).done);
}

function parserOf(events: XmlEvents, state: { sinceEvent: number }) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('opentag', (tag) => {
    state.sinceEvent = 0;
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => events.close(localName(tag.name)));
  parser.on('text', (text) => {
    state.sinceEvent = 0;
    events.text(text);
  });
  parser.on('cdata', (text) => events.text(text));
  return parser;
}

function guarded(parse: () => void, broken: (why: string) => UserError): void {
  try {
    parse();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw broken(`its XML is wrong (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
