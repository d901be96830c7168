import { runProgram } from './run-program.js';
import { endWork, removeTemporary } from './temporary.js';

const signalCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

let isEnding = false;

for (const [signal, code] of Object.entries(signalCodes)) {
  process.once(signal, () => {
    isEnding = true;
    const end = (): void => {
      removeTemporary();
      // The signal's own end is at once; an exit would wait for the query that the engine is at.
      process.kill(process.pid, signal);
      process.exit(code);
    };
    const work = endWork();
    if (work) void work.finally(end);
    else end();
  });
}

// there is no place left to say so
process.stderr.on('error', () => undefined);

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('Error: The current folder is gone. Go to another one, and run again.\n');
    process.exit(2);
  }
}

const { stdin, stdout, stderr } = process;
const surroundings = { folder: currentFolder(), stdin, stdout, stderr };
process.exitCode = await runProgram(process.argv.slice(2), surroundings, () => isEnding);
