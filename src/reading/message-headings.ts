import { looseName } from '../options/names.js';

const keysOf = (words: string): Set<string> => new Set(words.split(', ').map(looseName));

/** What columns of messages are called that no list of chats has together. */
const parts = [
  keysOf(
    'timestamp, time, date, datetime, sent at, sent, sent time, message time, message date, created at, created, zeit, zeitpunkt, datum, gesendet, horodatage, envoyé le, heure, fecha, hora, enviado, data, horário, inviato, tijd, verzonden, czas, zaman, tarih, tid, skickat, waktu, tanggal',
  ),
  keysOf(
    'author, author name, sender, sender name, from, from name, speaker, sent by, message author, sender type, author type, participant, absender, autor, verfasser, auteur, expéditeur, remitente, remetente, autore, mittente, afzender, nadawca, gönderen, avsändare, pengirim',
  ),
  keysOf(
    'message, message text, message body, text, body, content, message content, msg, utterance, nachricht, inhalt, contenu, mensaje, texto, contenido, mensagem, conteúdo, messaggio, testo, bericht, tekst, wiadomość, treść, mesaj, içerik, meddelande, pesan, isi pesan',
  ),
] as const;

/** Of headings that are those of messages: when, by whom and what; null where one of them is not there. */
export function messageHeadings(headings: readonly string[]): string[] | null {
  const found = parts.map((keys) => headings.find((heading) => keys.has(looseName(heading))));
  return found.every((heading) => heading !== undefined) && new Set(found).size === parts.length
    ? found
    : null;
}
