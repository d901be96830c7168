import { spawn } from 'node:child_process';

interface Launch {
  command: string;
  args: string[];
}

/** How this computer opens an address in the user's browser; null where it has no desktop to do so on. */
export function launchOf(
  url: string,
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
): Launch | null {
  if (platform === 'darwin') return { command: 'open', args: [url] };
  if (platform === 'win32') return { command: 'explorer.exe', args: [url] };
  const hasDesktop = Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  return hasDesktop ? { command: 'xdg-open', args: [url] } : null;
}

/** Opens the address in the user's browser; false where that cannot be done. */
export function openInBrowser(url: string): Promise<boolean> {
  const launch = launchOf(url, process.platform, process.env);
  if (launch === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(launch.command, launch.args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
    child.unref();
  });
}
