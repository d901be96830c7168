import { mention } from '../../options/mention.js';
import { nameKey } from '../../options/names.js';
import { nobodyKeys, plain } from '../../options/nobody.js';
import type { ResultRow } from '../../engines/engine.js';

const list = (words: string): string[] => words.split(', ');

/** Names of closers that are hardly those of agents, in the languages whose exports are commonest. */
const nobodies = list(
  'nil, missed, missed chat, abandoned, dropped, unanswered, not answered, unattended, timeout, timed out, no reply, no response, no answer, offline, left queue, customer, contact, user, verpasst, nicht angenommen, manqué, manquée, abandonné, perdido, perdida, sin atender, no atendido, não atendido, sem atendimento, perso, persa, gemist, niet beantwoord, nieodebrany, nieodebrane, pominięty, cevapsız, kaçırıldı, missad, missat, obesvarad, terlewat, tidak terjawab, queue, chat queue, in queue, queued, support queue, anonymous, anonymous user, anonymous agent, visitor, guest, deleted, deleted agent, deleted user, deleted account, user deleted, agent deleted, removed, removed user, removed agent, former agent, former user, former employee, former teammate, ex agent, ex employee, inactive agent, inactive user, deactivated user, deactivated agent, unknown, unknown user, unknown agent, warteschlange, anonym, gast, gelöscht, gelöschter benutzer, gelöschter nutzer, gelöschter agent, gelöschter mitarbeiter, ehemaliger agent, ehemaliger mitarbeiter, ehemaliger benutzer, unbekannt, unbekannter agent, unbekannter benutzer, file, anonyme, utilisateur supprimé, agent supprimé, compte supprimé, supprimé, ancien agent, ancien utilisateur, ancien employé, inconnu, agent inconnu, utilisateur inconnu, cola, en cola, anónimo, usuario eliminado, agente eliminado, eliminado, antiguo agente, ex agente, exagente, desconocido, usuario desconocido, agente desconocido, fila, na fila, anônimo, usuário excluído, agente excluído, usuário removido, excluído, agente antigo, desconhecido, usuário desconhecido, coda, anonimo, utente eliminato, operatore eliminato, agente eliminato, utente cancellato, eliminato, ex operatore, sconosciuto, utente sconosciuto, wachtrij, anoniem, verwijderde gebruiker, verwijderde agent, verwijderde medewerker, verwijderd, voormalige medewerker, voormalige agent, onbekend, onbekende gebruiker, onbekende agent, kolejka, anonimowy, usunięty użytkownik, usunięty agent, usunięty, były agent, były pracownik, nieznany, nieznany użytkownik, kuyruk, anonim, misafir, silinmiş kullanıcı, silinen kullanıcı, silinmiş temsilci, eski temsilci, eski çalışan, bilinmeyen, bilinmeyen kullanıcı, bilinmiyor, kö, borttagen användare, borttagen agent, raderad användare, tidigare agent, okänd, okänd användare, antrean, pengguna dihapus, agen dihapus, mantan agen, tidak diketahui, tanpa nama',
);
const bots = list(
  'system, system user, automation, automations, automated, automatic, auto close, auto closed, auto resolve, auto resolved, workflow, trigger, rule, rules, scheduler, api, api user, integration, webhook, chatbot, chat bot, bot user, virtual agent, virtual assistant, ai agent, ai assistant, answer bot, answerbot, resolution bot, fin, automatisch, automatisierung, virtueller assistent, automatique, système, systeme, assistant virtuel, automático, automatico, automatización, sistema, asistente virtual, automação, assistente virtual, automazione, systeem, automatisering, virtuele assistent, automat, automatyzacja, wirtualny asystent, otomatik, otomasyon, sistem, sanal asistan, automatiskt, virtuell assistent, otomatis, asisten virtual',
);

const keyOf = (name: string): string => nameKey(plain(name)).replace(/[^\p{L}]+/gu, '');
const keysOf = (names: readonly string[]): Set<string> => new Set(names.map(keyOf));
const keys = { nobodies: keysOf(nobodies), bots: keysOf(bots) };

/** `unassigned@example.com`, as systems fill in where a field must hold an address. */
function isMailOfNobody(agent: string): boolean {
  const at = agent.indexOf('@');
  return at > 0 && nobodyKeys(null).includes(`|${keyOf(agent.slice(0, at))}|`);
}

/** What to say of agents of a report whose names are hardly those of people: numbers beside such a name do not count. */
export function doubtfulAgentNotes(agents: readonly ResultRow[]): string[] {
  const named = agents.flatMap(({ agent, chats_resolved: chats }) =>
    typeof agent === 'string' ? [{ agent, chats: Number(chats) }] : [],
  );
  const nobody = named.filter(({ agent }) => keys.nobodies.has(keyOf(agent)) || isMailOfNobody(agent));
  const automatic = named.filter(({ agent }) => keys.bots.has(keyOf(agent)));
  return [
    ...note(
      nobody,
      'may stand for nobody',
      (names) => `If it does: ${mention('nobody', `"${names}"`)} with all other names that do`,
    ),
    ...note(automatic, 'may be a bot', (names) => `If so: ${mention('bots', `"System,Bot,${names}"`)}`),
  ];
}

function note(
  found: readonly { agent: string; chats: number }[],
  what: string,
  remedy: (names: string) => string,
): string[] {
  if (found.length === 0) return [];
  const chats = found.reduce((sum, one) => sum + one.chats, 0);
  const names = found.slice(0, 5).map(({ agent }) => `"${agent}"`);
  const counted = chats === 1 ? '1 chat counts' : `${chats.toLocaleString('en')} chats count`;
  const given = found.map(({ agent }) => agent).join(',');
  return [`${counted} as closed by an agent whose name ${what}: ${names.join(', ')}. ${remedy(given)}.`];
}
