import { looseName, nameKey } from '../options/names.js';
import { plain } from '../options/nobody.js';

const list = (words: string): string[] => words.split(', ');

/** Headings of columns that say with yes or no whether a chat is open, is closed, or is resolved. */
const headings = {
  open: list(
    'is open, still open, open, unresolved, is unresolved, ist offen, noch offen, offen, est ouvert, ouvert, está abierto, abierto, está aberto, aberto, è aperto, aperto, is geopend, nog open, otwarty, otwarte, açık mı, açık, är öppen, öppen, masih terbuka, terbuka',
  ),
  closed: list(
    'is closed, was closed, closed, is completed, completed, is done, done, is finished, finished, ist geschlossen, geschlossen, abgeschlossen, beendet, est fermé, fermé, clôturé, terminé, está cerrado, cerrado, está fechado, fechado, encerrado, è chiuso, chiuso, is gesloten, gesloten, afgesloten, zamknięty, zamknięte, kapalı mı, kapalı, kapatıldı mı, är stängd, stängd, avslutad, ditutup, sudah ditutup',
  ),
  resolved: list(
    'is resolved, was resolved, resolved, is solved, solved, ist gelöst, gelöst, erledigt, résolu, resuelto, solucionado, resolvido, risolto, opgelost, rozwiązany, rozwiązane, çözüldü mü, çözüldü, löst, terselesaikan',
  ),
} as const;

type Meaning = keyof typeof headings;

/** All of them, the plainest first. */
export const yesNoHeadings: readonly string[] = Object.values(headings).flatMap((all) => all);

const keysOf = (words: readonly string[]): Set<string> =>
  new Set(words.flatMap((word) => [looseName(word), looseName(plain(word))]));

const meanings = (Object.keys(headings) as Meaning[]).map(
  (meaning) => [meaning, keysOf(headings[meaning])] as const,
);

const answers = {
  yes: list(
    'true, yes, y, t, 1, wahr, ja, j, vrai, oui, verdadero, sí, si, verdadeiro, sim, s, vero, sì, waar, prawda, tak, doğru, evet, sant, benar, ya, ✓, ✔, ✅',
  ),
  no: list(
    'false, no, n, f, 0, falsch, nein, faux, non, falso, não, nao, onwaar, nee, fałsz, nie, yanlış, hayır, falskt, nej, salah, tidak, ✗, ✘, ❌',
  ),
};
const keys = { yes: new Set(answers.yes.map(nameKey)), no: new Set(answers.no.map(nameKey)) };

/** What a heading of yes and no says of a chat; null: it is no such heading. */
export function yesNoMeaning(heading: string): Meaning | null {
  const name = looseName(heading);
  return meanings.find(([, keys]) => keys.has(name) || keys.has(looseName(plain(heading))))?.[0] ?? null;
}

/** Of values that are all yes or no, those that say a chat is open, and all others that would; null where one is something else. */
export function openAnswers(
  meaning: Meaning,
  values: readonly string[],
): { seen: string[]; all: string[] } | null {
  const isAnswer = (value: string): boolean => keys.yes.has(nameKey(value)) || keys.no.has(nameKey(value));
  if (values.length === 0 || !values.every(isAnswer)) return null;
  const open = meaning === 'open' ? 'yes' : 'no';
  const seen = values.filter((value) => keys[open].has(nameKey(value)));
  return { seen, all: [...new Set([...seen, ...answers[open]])] };
}
