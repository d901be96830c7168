import { nameKey } from './names.js';

/** What stands in exports where no person is named, in the languages whose exports are commonest. */
const words: Readonly<Record<string, string>> = {
  en: 'unassigned, not assigned, not yet assigned, none assigned, nobody, no one, no agent, no agents, no agent assigned, agent not assigned, no assignee, no assigned agent, no owner, no operator, no user, without agent, unallocated, not allocated, unclaimed, none, undefined, not set, empty, blank, not applicable, not available, no agent available, no agents available, unassigned agent, unassigned agents, unassigned user, unassigned owner, unassigned queue, unassigned chat, agent unassigned, n a unassigned, unassigned n a, n a not assigned, none unassigned, unassigned none, missing, unknown, unknown agent, n a, 0, ?, false',
  de: 'nicht zugewiesen, unzugewiesen, nicht zugeteilt, nicht zugeordnet, niemand, kein agent, keine agenten, kein mitarbeiter, kein bearbeiter, kein benutzer, kein verantwortlicher, kein zuständiger, keine zuweisung, ohne agent, ohne bearbeiter, ohne zuweisung, keiner, keine, leer',
  fr: "non attribué, non attribuée, non assigné, non assignée, non affecté, non affectée, pas assigné, pas d'agent, personne, aucun, aucune, aucun agent, aucun conseiller, aucun opérateur, aucun responsable, aucun assigné, aucun utilisateur, sans agent, sans conseiller, vide",
  es: 'sin asignar, sin asignación, no asignado, no asignada, agente no asignado, nadie, ninguno, ninguna, ningún agente, ningún operador, sin agente, sin operador, sin responsable, vacío, en blanco',
  pt: 'não atribuído, não atribuída, não designado, não alocado, sem atribuição, ninguém, nenhum, nenhuma, nenhum agente, nenhum atendente, nenhum operador, sem agente, sem atendente, sem operador, sem responsável, vazio, em branco',
  it: 'non assegnato, non assegnata, non attribuito, nessuno, nessuna, nessun agente, nessun operatore, nessun assegnatario, nessuna assegnazione, senza agente, senza operatore, da assegnare, vuoto',
  nl: 'niet toegewezen, niet toegekend, niemand, geen, geen agent, geen medewerker, geen behandelaar, geen toewijzing, zonder agent, leeg',
  pl: 'nieprzypisany, nieprzypisana, nieprzypisane, nie przypisano, nieprzydzielony, nieprzydzielone, nie przydzielono, nikt, brak, brak agenta, brak konsultanta, brak operatora, brak przypisania, bez agenta, puste',
  tr: 'atanmamış, atanmadı, atanmayan, atama yok, kimse, hiç kimse, kimse yok, hiçbiri, yok, temsilci yok, temsilci atanmadı, temsilcisiz, ajan yok, boş',
  sv: 'ej tilldelad, ej tilldelat, inte tilldelad, inte tilldelat, otilldelad, icke tilldelad, ingen, ingen agent, ingen handläggare, ingen tilldelad, utan agent',
  id: 'belum ditugaskan, tidak ditugaskan, belum ditetapkan, belum ada agen, tidak ada, tidak ada agen, tidak ada petugas, tanpa agen, tidak seorang pun, kosong',
};

/** Dashes that stand alone, beside the signs that do not count in a name. */
const dashes = ['–', '—', '―'];

let usual: string | null = null;

/**
 * The keys of names that stand for nobody, each between bars, as the shared SQL looks for them: without white space, brackets,
 * hyphens and points, with accents and without them. No bar and nothing else where nobody is a placeholder.
 * @param given the names that a user gave; null: the usual ones.
 */
export function nobodyKeys(given: readonly string[] | null): string {
  if (given === null)
    return (usual ??= joined([...Object.values(words).join(', ').split(', '), '()', ...dashes]));
  return joined(given.filter((name) => name !== '-'));
}

function joined(names: readonly string[]): string {
  const keys = new Set(
    names.flatMap((name) => [keyOf(name), keyOf(plain(name)), keyOf(name).replaceAll('ı', 'i')]),
  );
  return keys.size === 0 ? '' : `|${[...keys].join('|')}|`;
}

/** The signs of a name that say nothing in it: a class of regular expressions, as every engine takes it. */
export const signsOfNames = '[-\\s\u00a0()<>{}\\[\\]’._*|/#"]';

const signs = new RegExp(`${signsOfNames}|'`, 'g');

const keyOf = (name: string): string => nameKey(name).replace(signs, '');

/** Without accents, as many systems write. */
export function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ı', 'i');
}
