import { looseName } from '../../options/names.js';
import { plain } from '../../options/nobody.js';
import type { DateField } from '../../chats/columns.js';

/** Words for a day and for a time of day in headings, in the languages whose exports are commonest; without accents. */
export const dayWords =
  'datum|date|day|tag|jour|fecha|dia|data|giorno|dag|dzien|tarihi|tarih|gunu|gun|tanggal|hari'.split('|');
export const timeWords =
  'uhrzeit|zeit|time|hour|clock|heure|horaire|hora|horario|orario|ora|tijdstip|tijd|godzina|czas|saati|saat|klockslag|klockan|tid|waktu|jam|pukul'.split(
    '|',
  );

/** Words that stand for an end of a chat beside those, and for a chat itself. */
const moments: Record<DateField, readonly string[]> = {
  started_at:
    'start|started|begin|starts|began|beginn|begonnen|anfang|created|creation|opened|open|received|erstellt|erstellung|debut|creation|ouverture|inicio|creacion|apertura|criacao|abertura|inizio|creazione|aangemaakt|aanmaak|rozpoczecia|rozpoczecie|poczatek|utworzenia|baslangic|baslama|olusturma|borjan|skapad|skapat|mulai|dibuat|chat|conversation|session|contact|ticket|call|gesprach|unterhaltung|conversacion|conversa|conversazione|gesprek|rozmowy|sohbet|gorusme|konusma|samtal|percakapan|obrolan'.split(
      '|',
    ),
  ended_at:
    'end|ended|finish|finished|closed|close|closing|resolved|solved|ende|geschlossen|schluss|abschluss|fin|fermeture|cloture|cierre|fim|encerramento|fechamento|termino|closure|fine|chiusura|einde|eind|gesloten|sluiting|zakonczenia|zakonczenie|koniec|zamkniecia|bitis|kapanis|slut|stangd|avslutad|selesai|akhir|ditutup'.split(
      '|',
    ),
  assigned_at:
    'assigned|assignment|zugewiesen|zuweisung|assigne|attribution|asignado|asignacion|atribuido|atribuicao|assegnato|assegnazione|toegewezen|toewijzing|przypisania|przypisano|atama|atanma|tilldelad|tilldelning|ditugaskan|penugasan'.split(
      '|',
    ),
};

/** The field that a heading without its words for day and time means; null where that is not known. */
export function momentOf(base: string): DateField | null {
  if (base === '') return 'started_at';
  const found = (Object.keys(moments) as DateField[]).filter((field) =>
    moments[field].some((word) => base === word || (word.length > 4 && base.endsWith(word))),
  );
  const [field = null] = found;
  const noun = moments.started_at
    .slice(moments.started_at.indexOf('chat'))
    .find((word) => base.startsWith(word));
  return field ?? (noun && base !== noun ? momentOf(base.slice(noun.length)) : null);
}

/** Words such as `of` and `de`, which differ where a language has its articles before them. */
const small = 'of the de del della dello dell di do da du des der die das van het la le el l d a o at'.split(
  ' ',
);

const joined = (parts: readonly string[]): string => parts.filter((part) => !small.includes(part)).join('');

/** What is left of a heading without its word for a day (or a time); null where it has none. */
export function withoutWord(heading: string, words: readonly string[]): string | null {
  const spaced = plain(heading)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const parts = spaced.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const at = parts.findIndex((part) => words.includes(part));
  if (at !== -1) return joined(parts.filter((_, place) => place !== at));
  const name = looseName(spaced);
  const [end, start] = [
    words.find((word) => name.endsWith(word)),
    words.find((word) => name.startsWith(word)),
  ];
  if (end !== undefined) return name.slice(0, -end.length);
  return start === undefined ? null : name.slice(start.length);
}
