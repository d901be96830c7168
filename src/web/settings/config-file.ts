import { kebab } from '../../options/names.js';
import type { Settings } from '../state/settings.js';

/** The configuration that the command line looks for beside an export. */
export const configFileName = 'chat-metrics.config.json';

/** The settings as the command line reads them from a file. */
export function configText(settings: Settings): string {
  const entries = Object.entries(settings).map(([name, value]) => [kebab(name), value]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
