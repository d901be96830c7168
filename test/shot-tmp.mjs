import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
const server = spawn('node', ['../dist/cli/main.js', 'serve', '--port', '8797'], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((done) => server.stdout.once('data', done));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
page.setDefaultTimeout(240000);
await page.goto('http://127.0.0.1:8797/');
const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^(Choose a file|Open another file)$/ }).first().click()]);
await chooser.setFiles(['/work/shared/data/verloop_feb_2021.csv']);
await page.getByRole('heading', { name: 'Chats and bot deflection by week' }).first().waitFor();
for (const [w, scheme] of [[1280, 'light'], [1280, 'dark'], [390, 'light'], [390, 'dark']]) {
  await page.setViewportSize({ width: w, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/m/shots/page-${w}-${scheme}.png`, fullPage: true });
}
await browser.close();
server.kill();
