/** A copy of the project to plant faults in, so that the project itself is never touched. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Copies the project as it stands, with what is not committed and without what git ignores, packages among them.
 * @param {string} project @returns {{ folder: string, remove: () => void }} */
export function copyOf(project) {
  const place = mkdtempSync(join(tmpdir(), 'chat-metrics-mutations-'));
  const folder = join(place, 'project');
  for (const file of filesOf(project)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(project, file), join(folder, file));
  }
  for (const modules of ['node_modules', 'test/node_modules']) {
    if (!existsSync(join(project, modules))) throw new Error(`${modules} is missing: run npm test first.`);
    linkPackages(join(project, modules), join(folder, modules));
  }
  checkNoTypes(join(folder, 'tsconfig.build.json'));
  return { folder, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** What the types of a fault say is another gate's work, and a build for each fault is to be quick.
 * @param {string} settings */
function checkNoTypes(settings) {
  const { compilerOptions, ...others } = JSON.parse(readFileSync(settings, 'utf8'));
  writeFileSync(
    settings,
    JSON.stringify({ ...others, compilerOptions: { ...compilerOptions, noCheck: true } }),
  );
}

/** @param {string} project @returns {string[]} */
function filesOf(project) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git does not tell the files of ${project}: ${stderr}`);
  return stdout.split('\0').filter((file) => file !== '' && existsSync(join(project, file)));
}

/** The same files under another name cost no room. What tools write for themselves (`.vite`, stamps of builds) stays behind;
 * what they look for (`.bin`, stamps of installs) is copied.
 * @param {string} from @param {string} to */
function linkPackages(from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of ['.bin', '.installed', '.package-lock.json'])
    if (existsSync(join(from, name)))
      cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  for (const entry of readdirSync(from))
    if (!entry.startsWith('.')) linkAll(join(from, entry), join(to, entry));
}

/** @param {string} from @param {string} to */
function linkAll(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else link(source, target);
  }
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // on another disk
  }
}
