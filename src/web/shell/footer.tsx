import { newVersion } from '../offline/offline.js';

/** The version of the page, which its build writes into it. */
function versionText(): string {
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;
  return version ? `Version ${version}` : 'Development version';
}

/** The end of the page. */
export function Footer() {
  const update = newVersion.value;
  return (
    <footer class="site-footer">
      <p>
        Chat Metrics. {versionText()}.{' '}
        {update && (
          <button type="button" class="quiet" onClick={update}>
            A newer version is there: load it
          </button>
        )}
      </p>
      <p>
        The same report on the command line: <code>chat-metrics report FILE</code>
      </p>
    </footer>
  );
}
