/** Preloaded into a measured program: at its end it tells its peak memory in megabytes and its processor time in seconds on file descriptor 3. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, `${String(Math.round(maxRSS / 1024))} ${String((userCPUTime + systemCPUTime) / 1e6)}`);
});
