import { render } from 'preact';
import { bundledFiles } from '../engines/duckdb-wasm/bundled-files.js';
import { writeAsIn } from '../presentation/locale.js';
import { App } from './app.js';
import { workOffline } from './offline/offline.js';
import { loadDashboard } from './shell/report-view.js';
import { saveFile } from './shell/save-file.js';
import { firstChoices, followAddress } from './state/history.js';
import { memoryIn } from './state/memory.js';
import { Session } from './state/session.js';
import { followTitle } from './state/title.js';
import { followTheme } from './state/theme.js';
import { openWorkerClient } from './worker/open-client.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/progress.css';
import './styles/input.css';

const memory = memoryIn(() => localStorage);
const visit = memoryIn(() => sessionStorage);
const theme = followTheme(memory, document.documentElement);
const session = new Session({
  openClient: openWorkerClient,
  memory,
  visit,
  save: saveFile,
  engineFiles: bundledFiles(document.baseURI),
});

session.begin(firstChoices(location.hash, memory.read('settings')));
followAddress(session, window);
writeAsIn(navigator.language);
followTitle(session, document);
const root = document.getElementById('app');
if (root) render(<App session={session} theme={theme} />, root);
workOffline(engineLoaded(session));

/** The engine loads while the user reads. */
const warmUp = (): void => {
  loadDashboard();
  session.warmUp();
};
if ('requestIdleCallback' in window) requestIdleCallback(warmUp, { timeout: 3000 });
else setTimeout(warmUp, 300);

function engineLoaded({ state: { engine } }: Session): Promise<void> {
  return new Promise((resolve) => {
    engine.subscribe((state) => {
      if (state === 'ready') resolve();
    });
  });
}
