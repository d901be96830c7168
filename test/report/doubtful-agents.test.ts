import { expect, it } from 'vitest';
import { doubtfulAgentNotes } from '../../src/report/quality/doubtful-agents.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const agents = (...names: string[]) => names.map((agent) => ({ agent, chats_resolved: 2 }));

it.each([
  'Queue',
  'Anonymous',
  'Deleted user',
  'deleted agent (17)',
  'Former Agent 3',
  '[Deleted]',
  'Gelöschter Benutzer',
  'Ancien agent',
  'Usuario eliminado',
  'Usuário excluído',
  'Utente eliminato',
  'Verwijderde gebruiker',
  'Usunięty użytkownik',
  'Silinmiş kullanıcı',
  'Borttagen användare',
  'Pengguna dihapus',
  'nil',
  'Missed',
  'unassigned@example.com',
])('%s is told as an agent that may stand for nobody', (name) => {
  const [note, ...more] = doubtfulAgentNotes(agents(name, 'Asha'));
  expect(note).toContain(`2 chats count as closed by an agent whose name may stand for nobody: "${name}"`);
  expect(more).toEqual([]);
});

it.each(['Automation', 'Workflow', 'Answer Bot', 'Virtual Assistant', 'Sistema'])(
  '%s is told as an agent that may be a bot',
  (name) => {
    expect(doubtfulAgentNotes(agents(name))[0]).toContain(`may be a bot: "${name}"`);
  },
);

it('names of people are not told, nor is the row of all agents', () => {
  expect(
    doubtfulAgentNotes([
      { agent: null, chats_resolved: 4 },
      ...agents('Asha', 'Guesta', 'Fila Brasileiro', 'Agent 7'),
    ]),
  ).toEqual([]);
});

it('a report names them and the options', async () => {
  const rows = ['Deleted user', 'Automation', 'Asha'].map(
    (name, at) => `${String(at)},${name},2026-02-01 10:00:00`,
  );
  const { data_quality: quality } = await files.report(['Chat ID,Agent,Start time', ...rows].join('\n'));
  expect(quality.notes.join('\n')).toMatch(
    /1 chat counts .* "Deleted user"\. If it does: --nobody "Deleted user"/,
  );
  expect(quality.notes.join('\n')).toMatch(
    /may be a bot: "Automation"\. If so: --bots "System,Bot,Automation"\./,
  );
});
