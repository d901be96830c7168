import { randomChats, type Chat } from './chats.js';
import {
  durationWriting,
  headingOf,
  momentWriting,
  ratingsWriting,
  type MomentWriting,
  type RatingsWriting,
} from './columns.js';
import { randomFrom, type Random } from './random.js';

/** A table of chats, as it was and as it is written in a file. */
export interface WrittenTable {
  chats: Chat[];
  ratings: RatingsWriting;
  bytes: Uint8Array<ArrayBuffer>;
  /** How it is written, in words. */
  what: string;
}

interface Column {
  heading: string;
  cells: string[];
}

const missing = ['', '', '-', 'N/A', 'null', ' '];
const delimiters = [',', ',', ';', '\t', '|', '^', '~', '\u0001', '|;|'];
const moments = ['started_at', 'ended_at', 'assigned_at'] as const;
const texts = ['chat_id', 'user_id', 'closed_by', 'closing_reason'] as const;

/** The random table of a seed. */
export function writtenTable(seed: number): WrittenTable {
  const random = randomFrom(seed);
  const moment = momentWriting(random);
  const ratings = ratingsWriting(random);
  const chats = randomChats(random, moment.step);
  const { columns, durationName } = columnsOf(random, chats, moment, ratings);
  const form = fileForm(random);
  const text = form.textOf(random.isOnce(0.5) ? columns : random.shuffled(columns), chats.length);
  const encoded = encode(random, text);
  const what = `dates ${moment.name}; durations ${durationName}; ratings ${ratings.name}; ${form.what}; ${encoded.what}`;
  return { chats, ratings, bytes: encoded.bytes, what };
}

function columnsOf(random: Random, chats: Chat[], moment: MomentWriting, ratings: RatingsWriting) {
  const { oneOf, isOnce } = random;
  const isSeed = isOnce(0.3);
  const nothing = oneOf(missing);
  const cell = <Value>(value: Value | null, write: (value: Value) => string): string =>
    value === null ? nothing : write(value);
  const column = (heading: string, cells: string[]): Column => ({ heading, cells });
  const heading = (field: keyof Chat): string => headingOf(field, isSeed, random);
  const { split } = moment;
  const isSplit = split !== null && !isSeed && isOnce(0.2);
  const words = { started_at: 'Start', ended_at: 'End', assigned_at: 'Assigned' };
  const duration = durationWriting(random);
  const seconds = 'agent_first_response_seconds';
  const columns = [
    ...texts.map((field) =>
      column(
        heading(field),
        chats.map((chat) => cell(chat[field], String)),
      ),
    ),
    ...moments.flatMap((field) =>
      isSplit
        ? [0, 1].map((part) =>
            column(
              `${words[field]} ${part === 0 ? 'Date' : 'Time'}`,
              chats.map((chat) => cell(chat[field], (x) => split(x)[part as 0 | 1])),
            ),
          )
        : [
            column(
              heading(field),
              chats.map((chat) => cell(chat[field], moment.write)),
            ),
          ],
    ),
    column(
      heading(seconds) + duration.end,
      chats.map((chat) => cell(chat[seconds], duration.write)),
    ),
    column(
      heading('csat_score') + ratings.heading,
      chats.map((chat) => cell(chat.csat_score, ratings.write)),
    ),
    ...extraColumns(random, chats),
  ];
  return { columns, durationName: `${duration.name}${isSplit ? '; dates and times apart' : ''}` };
}

function extraColumns({ isOnce, upTo, oneOf }: Random, chats: Chat[]): Column[] {
  const all: Column[] = [
    {
      heading: 'Notes',
      cells: chats.map(() => oneOf(['', 'said "hello", left', 'a;b|c', 'two\nlines', '12/31/2020'])),
    },
    { heading: 'Country', cells: chats.map(() => oneOf(['DE', 'IN', 'US'])) },
    { heading: 'Message Count', cells: chats.map(() => String(upTo(40))) },
    { heading: '', cells: chats.map(() => '') },
  ];
  return all.filter(() => isOnce(0.2));
}

function fileForm({ oneOf, isOnce }: Random) {
  const delimiter = oneOf(delimiters);
  const end = oneOf(['\n', '\r\n']);
  const isQuoted = isOnce(0.3);
  const [before, after] = [isOnce(0.1) ? end : '', oneOf(['', end, end, end + end])];
  const field = (text: string): string =>
    isQuoted || text.includes(delimiter) || /["\r\n]/.test(text) || /^\s|\s$/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const textOf = (columns: Column[], rows: number): string => {
    const lines = [columns.map(({ heading }) => field(heading)).join(delimiter)];
    for (let row = 0; row < rows; row += 1)
      lines.push(columns.map(({ cells }) => field(cells[row] ?? '')).join(delimiter));
    return before + lines.join(end) + after;
  };
  return { textOf, what: `between fields ${JSON.stringify(delimiter)}${isQuoted ? ', all quoted' : ''}` };
}

function encode({ number }: Random, text: string): { bytes: Uint8Array<ArrayBuffer>; what: string } {
  const kind = number();
  if (kind < 0.1) return { bytes: utf16('\ufeff' + text, true), what: 'UTF-16LE' };
  if (kind < 0.15) return { bytes: utf16('\ufeff' + text, false), what: 'UTF-16BE' };
  const isLatin = [...text].every((sign) => sign < '\u007f' || (sign >= '\u00a0' && sign <= '\u00ff'));
  if (kind < 0.3 && isLatin)
    return { bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)), what: 'Windows-1252' };
  const mark = kind < 0.5 ? '\ufeff' : '';
  return { bytes: new TextEncoder().encode(mark + text), what: mark ? 'UTF-8 with a mark' : 'UTF-8' };
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}
